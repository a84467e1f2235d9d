package io.orderloom.figures;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.embedded.lambda.Usage;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Measures the functions of one running stack. */
final class FunctionsMeasurement {
    private static final int STARTS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final EmbeddedStack stack;
    private final LambdaHost functions;
    private final Kind kind;
    private final List<Figure> figures = new ArrayList<>();

    FunctionsMeasurement(Kind kind, EmbeddedStack stack) {
        this.kind = kind;
        this.stack = stack;
        this.functions = stack.functions();
    }

    /**
     * @param warmUp orders before the measured ones
     * @param orders that are measured
     */
    List<Figure> measure(int warmUp, int orders) throws IOException, InterruptedException {
        for (var function : Function.values()) {
            start(function);
        }
        try (var customers = new Workload(stack)) {
            customers.order(warmUp);
            var before = new EnumMap<Function, Usage>(Function.class);
            for (var function : Function.values()) {
                before.put(function, functions.usage(function));
            }
            customers.order(orders);
            before.forEach(this::warm);
        }
        return List.copyOf(figures);
    }

    /**
     * Restarts a function alone, several times: if all functions started at once they would slow
     * each other down.
     */
    private void start(Function function) {
        for (int i = 0; i < STARTS; i++) {
            restart(function);
        }
        var starts = functions.timings(function).initialisations();
        put(function, FunctionMeasure.START, Statistics.median(starts.subList(1, starts.size())));
        var memory = memory(function);
        put(function, FunctionMeasure.IDLE_MEMORY, memory.residentMegabytes());
        put(function, FunctionMeasure.IDLE_OWN_MEMORY, memory.anonymousMegabytes());
    }

    private void restart(Function function) {
        int starts = functions.timings(function).initialisations().size();
        functions.kill(function);
        while (functions.timings(function).initialisations().size() == starts) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void warm(Function function, Usage before) {
        var usage = functions.usage(function);
        int invocations = Math.toIntExact(usage.invocations() - before.invocations());
        var all = functions.timings(function).invocations();
        var last = all.subList(Math.max(0, all.size() - invocations), all.size());
        put(function, FunctionMeasure.WARM_CALL, Statistics.median(last));
        put(function, FunctionMeasure.WARM_CALL_SLOW, Statistics.percentile(last, 99));
        put(
                function,
                FunctionMeasure.CPU,
                usage.cpu().minus(before.cpu()).toNanos() / 1e6 / invocations);
        put(function, FunctionMeasure.WARM_MEMORY, memory(function).residentMegabytes());
    }

    private ProcessMemory memory(Function function) {
        return ProcessMemory.of(functions.pids(function).getLast());
    }

    private void put(Function function, FunctionMeasure measure, double value) {
        figures.add(new Figure(kind, function, measure, value));
    }
}
