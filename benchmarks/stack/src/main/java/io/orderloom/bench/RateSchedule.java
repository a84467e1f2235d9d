package io.orderloom.bench;

import java.time.Duration;

/**
 * The due time of each order of a phase, at a constant rate that does not depend on the orders
 * before. If the sender falls behind, its delay counts as latency.
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

    /** A schedule with as many orders as are due in that time, at least one. */
    static RateSchedule lasting(double ordersPerSecond, Duration length) {
        var due = Math.round(ordersPerSecond * length.toNanos() / NANOS);
        return new RateSchedule(ordersPerSecond, (int) Math.max(1, due));
    }

    /**
     * Nanoseconds after the start, computed without summing steps, so that no rounding error
     * accumulates.
     *
     * @param index from 0
     */
    long dueNanos(int index) {
        return Math.round(index * NANOS / ordersPerSecond);
    }

    /** The time from the first order to the time at which one more would be due. */
    Duration length() {
        return Duration.ofNanos(dueNanos(orders));
    }
}
