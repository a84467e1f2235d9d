package io.orderloom.task;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides how long to wait for something that the other side has accepted but not ended, such as a
 * refund that is on its way: it is looked up at growing intervals, and after three days a person
 * has to ask. Pure.
 */
public final class UnderWay {
    /** If the payment provider has given no result by then, a person has to ask it. */
    public static final Duration LONGEST = Duration.ofDays(3);

    static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofHours(1);

    private UnderWay() {}

    public static boolean tooLong(Instant since, Instant now) {
        return !now.isBefore(since.plus(LONGEST));
    }

    /** The time until the next look: half of the time waited so far, within bounds. */
    public static Duration untilNextLook(Instant since, Instant now) {
        var half = Duration.between(since, now).dividedBy(2);
        if (half.compareTo(FIRST_LOOK) < 0) {
            return FIRST_LOOK;
        }
        return half.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : half;
    }
}
