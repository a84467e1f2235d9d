package io.orderloom.exception;

import java.time.Instant;

/**
 * How often the same trouble occurred. An occurrence that is not later than the last one is a
 * repetition, and is not counted again.
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

    /**
     * The time of a further occurrence, moved behind the last one if the clock that measured it is
     * slow.
     */
    public Instant after(Instant at) {
        return knows(at) ? last.plusMillis(1) : at;
    }

    Occurrences and(Instant at) {
        return new Occurrences(first, at, Math.addExact(times, 1));
    }
}
