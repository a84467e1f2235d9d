package io.orderloom.governor;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message that may not call now comes back. A long outage is looked at seldom: each message
 * waits again for as long as the outage lasts already, so that the number of times that it is
 * handed out grows with the logarithm of it, and then by the longest spread.
 */
public final class Postponement {
    public static final Duration LONGEST_SPREAD = Duration.ofMinutes(15);

    /** What is urgent has so much of a start. */
    private static final Duration HEAD_START = Duration.ofSeconds(3);

    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private Postponement() {}

    /**
     * @param jitter 0 to 999, spread evenly over the messages
     */
    public static Duration until(
            CircuitBreaker.Standing.Wait wait, Urgency urgency, Instant now, int jitter) {
        var left = longer(Duration.between(now, wait.until()), AT_LEAST);
        return switch (urgency) {
            case URGENT -> left;
            case NORMAL -> {
                var lasted =
                        longer(
                                longer(Duration.between(wait.since(), now), left.dividedBy(10)),
                                AT_LEAST);
                var spread = lasted.compareTo(LONGEST_SPREAD) > 0 ? LONGEST_SPREAD : lasted;
                yield left.plus(HEAD_START).plus(spread.multipliedBy(jitter).dividedBy(1000));
            }
        };
    }

    /** For want of a slot: soon, and not all at once. */
    public static Duration forSlots(int jitter) {
        return AT_LEAST.plus(Duration.ofMillis(4L * jitter));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
