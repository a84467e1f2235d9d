package io.orderloom.governor;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when a message that may not call now comes back. A message waits for as long as the
 * circuit does, and then for up to as long as the outage has lasted so far. So its deliveries grow
 * only with the logarithm of that time, until the longest spread is reached.
 */
public final class Postponement {
    public static final Duration LONGEST_SPREAD = Duration.ofMinutes(15);

    /** Urgent messages come back this much earlier than others. */
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

    /** The wait of a message that got no slot: short, and not the same for all. */
    public static Duration forSlots(int jitter) {
        return AT_LEAST.plus(Duration.ofMillis(4L * jitter));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
