package io.orderloom.cost;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.lambda.Usage;
import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All meters at one moment, or the difference between two moments.
 *
 * @param requests to SQS and DynamoDB, without receives that returned no message, since they belong
 *     to no order
 * @param functions the work of each function
 */
record Consumption(Map<Metering.Key, Count> requests, Map<Function, Work> functions) {

    /**
     * @param invocations events that it received
     * @param elapsed the sum of the times from an event to its answer
     * @param cpu time of its processes
     * @param logBytes that it wrote
     * @param logLines that it wrote
     */
    record Work(long invocations, Duration elapsed, Duration cpu, long logBytes, long logLines) {
        static final Work NONE = new Work(0, Duration.ZERO, Duration.ZERO, 0, 0);

        Work since(Work earlier) {
            return new Work(
                    invocations - earlier.invocations,
                    elapsed.minus(earlier.elapsed),
                    cpu.minus(earlier.cpu),
                    logBytes - earlier.logBytes,
                    logLines - earlier.logLines);
        }

        Work plus(Work other) {
            return new Work(
                    invocations + other.invocations,
                    elapsed.plus(other.elapsed),
                    cpu.plus(other.cpu),
                    logBytes + other.logBytes,
                    logLines + other.logLines);
        }
    }

    static Consumption of(EmbeddedStack stack) {
        var requests = new TreeMap<>(stack.metering().snapshot());
        requests.keySet().removeIf(key -> key.action().equals(Metering.EMPTY_RECEIVE));
        var functions = new EnumMap<Function, Work>(Function.class);
        for (var function : stack.functions().functions()) {
            Usage usage = stack.functions().usage(function);
            var elapsed =
                    stack.functions().timings(function).invocations().stream()
                            .reduce(Duration.ZERO, Duration::plus);
            var log = stack.logs().resolve(function.label() + ".log");
            functions.put(
                    function,
                    new Work(usage.invocations(), elapsed, usage.cpu(), bytes(log), lines(log)));
        }
        return new Consumption(requests, functions);
    }

    Consumption since(Consumption earlier) {
        var counted = new TreeMap<Metering.Key, Count>();
        requests.forEach((key, count) -> {
            var more = count.since(earlier.requests.getOrDefault(key, Count.NONE));
            if (more.requests() > 0) {
                counted.put(key, more);
            }
        });
        var worked = new EnumMap<Function, Work>(Function.class);
        functions.forEach((function, work) ->
                worked.put(
                        function, work.since(earlier.functions.getOrDefault(function, Work.NONE))));
        return new Consumption(counted, worked);
    }

    Consumption plus(Consumption other) {
        var counted = new TreeMap<>(requests);
        other.requests.forEach((key, count) -> counted.merge(key, count, Count::plus));
        var worked = new EnumMap<Function, Work>(functions);
        other.functions.forEach((function, work) -> worked.merge(function, work, Work::plus));
        return new Consumption(counted, worked);
    }

    Count total(Predicate<Metering.Key> which) {
        return requests.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    Work work() {
        return functions.values().stream().reduce(Work.NONE, Work::plus);
    }

    Work work(Function function) {
        return functions.getOrDefault(function, Work.NONE);
    }

    private static long bytes(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path log) {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
