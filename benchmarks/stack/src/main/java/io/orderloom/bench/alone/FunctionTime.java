package io.orderloom.bench.alone;

import io.orderloom.topology.Function;
import java.time.Duration;

/**
 * The costs of handling inputs of one kind.
 *
 * @param orders that one event is about
 * @param cpu user and system time of the function's process, for all invocations together
 */
record FunctionTime(
        Function function, String input, int invocations, int orders, Duration cpu, Duration wall) {

    FunctionTime {
        if (invocations < 1 || orders < 1) {
            throw new IllegalArgumentException(
                    "'%s' of %s was measured with no invocation or no order"
                            .formatted(input, function.label()));
        }
    }

    double cpuMicrosPerInvocation() {
        return cpu.toNanos() / 1e3 / invocations;
    }

    double cpuMicrosPerOrder() {
        return cpuMicrosPerInvocation() / orders;
    }

    double wallMicrosPerInvocation() {
        return wall.toNanos() / 1e3 / invocations;
    }
}
