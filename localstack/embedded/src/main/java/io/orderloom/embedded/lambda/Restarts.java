package io.orderloom.embedded.lambda;

import java.time.Duration;

/** The delay before a function that fails to start is started again. */
final class Restarts {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int DOUBLINGS = 6;

    private int failures;

    void succeeded() {
        failures = 0;
    }

    /** Half a second at first, doubled each time, half a minute at most. */
    Duration failed() {
        return FIRST.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
    }
}
