package io.orderloom.bench.alone;

import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.lambda.InvocationOutcome;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.Function;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Hands events to a function one after another, and reads its process's time around them. */
record SingleFunction(LambdaHost functions, Function function) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The part of the events that only warms up. */
    private static final int WARM_UP_SHARE = 4;

    /**
     * Takes the first quarter of the events to warm up, and measures the others.
     *
     * @param orders that each event is about
     * @throws StartupFailure if an event is not handled: then a figure would mean nothing
     */
    FunctionTime measure(String input, int orders, List<byte[]> events)
            throws InterruptedException {
        int warmUp = events.size() / WARM_UP_SHARE;
        handle(input, events.subList(0, warmUp));
        var before = functions.usage(function).cpu();
        long began = System.nanoTime();
        handle(input, events.subList(warmUp, events.size()));
        var wall = Duration.ofNanos(System.nanoTime() - began);
        return new FunctionTime(
                function,
                input,
                events.size() - warmUp,
                orders,
                functions.usage(function).cpu().minus(before),
                wall);
    }

    private void handle(String input, List<byte[]> events) throws InterruptedException {
        for (var event : events) {
            var outcome = functions.invoke(function, event, PATIENCE);
            if (!handled(outcome)) {
                throw new StartupFailure(
                        "%s did not handle '%s': %s"
                                .formatted(function.label(), input, worded(outcome)));
            }
        }
    }

    /** An answer that names failed messages of its batch is no handled event. */
    private static boolean handled(InvocationOutcome outcome) {
        return outcome instanceof InvocationOutcome.Answered(var body)
                && StackJson.parse(body)
                        .map(answer -> answer.path("batchItemFailures").isEmpty())
                        .orElse(body.length == 0);
    }

    private static String worded(InvocationOutcome outcome) {
        return outcome instanceof InvocationOutcome.Answered(var body)
                ? new String(body, StandardCharsets.UTF_8)
                : outcome.summary();
    }
}
