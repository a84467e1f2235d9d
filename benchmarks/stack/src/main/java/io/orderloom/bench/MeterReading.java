package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.lambda.Usage;
import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * All meters at one moment, or the difference between two moments.
 *
 * @param stack CPU time of the stack's own process: emulators, door, pollers, the sandbox ERP, the
 *     subscriber and the sender of the orders
 * @param requests empty unless the stack is metered
 */
record MeterReading(
        Map<Function, Usage> functions, Duration stack, Map<Metering.Key, Count> requests) {

    static MeterReading of(EmbeddedStack stack) {
        var functions = new EnumMap<Function, Usage>(Function.class);
        for (var function : stack.functions().functions()) {
            functions.put(function, stack.functions().usage(function));
        }
        return new MeterReading(functions, stack.ownCpu(), stack.metering().snapshot());
    }

    MeterReading since(MeterReading earlier) {
        var used = new EnumMap<Function, Usage>(Function.class);
        functions.forEach((function, usage) ->
                used.put(
                        function,
                        usage.since(earlier.functions.getOrDefault(function, Usage.NONE))));
        var counted = new TreeMap<Metering.Key, Count>();
        requests.forEach((key, count) ->
                counted.put(key, count.since(earlier.requests.getOrDefault(key, Count.NONE))));
        return new MeterReading(used, stack.minus(earlier.stack), counted);
    }

    Duration functionsCpu() {
        return functions.values().stream().map(Usage::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
