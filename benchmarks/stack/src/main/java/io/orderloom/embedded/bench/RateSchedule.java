package io.orderloom.embedded.bench;

import java.time.Duration;

/**
 * When each order of a phase is due: at a constant rate, whatever became of those before it. A
 * sender that falls behind is late, and its lateness counts as latency.
 *
 * @param ordersPerSecond more than 0
 * @param orders at least 1
 */
record RateSchedule(double ordersPerSecond, int orders) {
    private static final double NANOS = 1e9;

    RateSchedule {
        if (!(ordersPerSecond > 0) || Double.isInfinite(ordersPerSecond)) {
            throw new IllegalArgumentException("a rate is more than 0, not " + ordersPerSecond);
        }
        if (orders < 1) {
            throw new IllegalArgumentException("a phase has at least one order, not " + orders);
        }
    }

    /** As many orders as are due in that time, one at least. */
    static RateSchedule lasting(double ordersPerSecond, Duration length) {
        var due = Math.round(ordersPerSecond * length.toNanos() / NANOS);
        return new RateSchedule(ordersPerSecond, (int) Math.max(1, due));
    }

    /**
     * Nanoseconds after the start; not summed up from steps, so that no rounding builds up.
     *
     * @param index from 0
     */
    long dueNanos(int index) {
        return Math.round(index * NANOS / ordersPerSecond);
    }

    /** From the first order's time to the time at which one more would be due. */
    Duration length() {
        return Duration.ofNanos(dueNanos(orders));
    }
}
