package io.orderloom.exception;

import java.time.Instant;

/**
 * How often the same trouble was met. The same meeting told again is no further one: it is not
 * later than the last.
 *
 * @param first UTC
 * @param last UTC
 */
public record Meetings(Instant first, Instant last, int times) {

    static Meetings first(Instant at) {
        return new Meetings(at, at, 1);
    }

    boolean knows(Instant at) {
        return !at.isAfter(last);
    }

    Meetings and(Instant at) {
        return new Meetings(first, at, Math.addExact(times, 1));
    }
}
