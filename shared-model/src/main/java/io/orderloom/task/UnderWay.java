package io.orderloom.task;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something is waited for that the other side has taken on and not ended, such as a refund
 * that is on its way: looked at seldom, for a long time, and not for ever. Pure.
 */
public final class UnderWay {
    /** A payment provider that has said nothing by then is asked by a person. */
    public static final Duration LONGEST = Duration.ofDays(3);

    static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofHours(1);

    private UnderWay() {}

    public static boolean tooLong(Instant since, Instant now) {
        return !now.isBefore(since.plus(LONGEST));
    }

    /** Until the next look: half as long as it was waited already, within bounds. */
    public static Duration untilNextLook(Instant since, Instant now) {
        var half = Duration.between(since, now).dividedBy(2);
        if (half.compareTo(FIRST_LOOK) < 0) {
            return FIRST_LOOK;
        }
        return half.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : half;
    }
}
