package io.orderloom.bench;

import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * One run at a constant rate, and its results.
 *
 * @param backlog orders that were sent but not over when the last one was sent
 * @param used from before the first order was sent until the last event was delivered
 */
record Phase(
        RateSchedule schedule,
        List<Passage> passages,
        int backlog,
        BenchAudit audit,
        MeterReading used) {
    private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(1);
    private static final Duration BACKLOG_OF = Duration.ofSeconds(1);

    /**
     * Tells whether the rate was sustained: every order was accepted in time, and at the end no
     * more than a second's orders were still in progress.
     */
    boolean sustained() {
        return audit.holds()
                && audit.acknowledged() == schedule.orders()
                && backlog <= schedule.ordersPerSecond() * BACKLOG_OF.toMillis() / 1000.0
                && acceptance().getValueAtPercentile(99) <= ACCEPTED_WITHIN.toNanos();
    }

    /** Nanoseconds from the time an order was due to its acknowledgement. */
    Histogram acceptance() {
        return histogram(p -> p.acknowledged() ? p.answered() : OptionalLong.empty());
    }

    /**
     * Nanoseconds from the time an order was due until the subscriber was notified that it is in
     * the ERP.
     */
    Histogram endToEnd() {
        return histogram(Passage::postedTold);
    }

    /** Completed orders a second, from the first one's due time to the last event. */
    double ordersPerSecond() {
        var first = min(Passage::due);
        var last =
                passages.stream()
                        .flatMapToLong(p -> p.postedTold().stream())
                        .max()
                        .orElse(Long.MAX_VALUE);
        var told = passages.stream().filter(Passage::told).count();
        return told / ((last - first) / 1e9);
    }

    int orders() {
        return Math.max(1, audit.acknowledged());
    }

    /** Milliseconds of CPU time of a function, for each order. */
    double cpu(Function function) {
        return perOrder(usage(function).cpu());
    }

    /** Milliseconds of CPU time of all functions, for each order. */
    double functionsCpu() {
        return perOrder(used.functionsCpu());
    }

    /** Milliseconds of CPU time of everything that is not part of a deployment, for each order. */
    double stackCpu() {
        return perOrder(used.stack());
    }

    long peakBytes(Function function) {
        return usage(function).peakBytes();
    }

    /** The average number of messages in an invocation. */
    double batch(Function function) {
        var messages = orders() * (function == Function.STATUS_FANOUT ? 2.0 : 1.0);
        return messages / Math.max(1, usage(function).invocations());
    }

    /** The sum of the counts of all metered requests of a kind. */
    Count counted(Predicate<Metering.Key> which) {
        return used.requests().entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(java.util.Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    double perOrder(Number count) {
        return count.doubleValue() / orders();
    }

    private double perOrder(Duration time) {
        return time.toNanos() / 1e6 / orders();
    }

    private io.orderloom.embedded.lambda.Usage usage(Function function) {
        return used.functions().getOrDefault(function, io.orderloom.embedded.lambda.Usage.NONE);
    }

    private long min(ToLongFunction<Passage> of) {
        return passages.stream().mapToLong(of).min().orElse(0);
    }

    private Histogram histogram(java.util.function.Function<Passage, OptionalLong> end) {
        var histogram = new Histogram(3);
        for (var passage : passages) {
            end.apply(passage)
                    .ifPresent(at -> histogram.recordValue(Math.max(0, at - passage.due())));
        }
        return histogram;
    }
}
