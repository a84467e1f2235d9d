package io.orderloom.exception;

import java.time.Instant;

/**
 * How often the same trouble was met. The same meeting told again is no further one: it is not
 * later than the last.
 *
 * @param first UTC
 * @param last UTC
 */
public record Occurrences(Instant first, Instant last, int times) {

    static Occurrences first(Instant at) {
        return new Occurrences(at, at, 1);
    }

    boolean knows(Instant at) {
        return !at.isAfter(last);
    }

    /** When a further meeting was, even if the clock that it was met by is behind. */
    public Instant after(Instant at) {
        return knows(at) ? last.plusMillis(1) : at;
    }

    Occurrences and(Instant at) {
        return new Occurrences(first, at, Math.addExact(times, 1));
    }
}
