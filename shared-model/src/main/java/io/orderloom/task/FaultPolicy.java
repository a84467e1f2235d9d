package io.orderloom.task;

import io.orderloom.fault.Fault;
import java.time.Duration;

/** The one table from class of fault to what is done about it. */
public final class FaultPolicy {
    /** With the delays below, about an hour and a half of trying. */
    static final int MOST_FAILURES = 20;

    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private FaultPolicy() {}

    public sealed interface Action {

        /**
         * Call again after the delay.
         *
         * @param counted whether this was a failure, of which there may be only so many
         */
        record Retry(Duration delay, boolean counted) implements Action {}

        /** Look it up after the delay. */
        record Doubt(Duration delay) implements Action {}

        /** An exception for a person; nothing is tried again by itself. */
        record GiveUp() implements Action {}
    }

    /**
     * @param failures so far, this one not included
     * @param settlingTime how long after a lost answer a look-up is conclusive
     * @param jitter 0 to 999, spread evenly: keeps many orders from coming back at once
     */
    // spotless:off
    public static Action action(Fault fault, int failures, Duration settlingTime, int jitter) {
        return switch (fault) {
            case Fault.RateLimited limited                      -> new Action.Retry(limited.retryAfter(), false);
            case Fault.InDoubt _ when failures < MOST_FAILURES  -> new Action.Doubt(longer(settlingTime, backoff(failures, jitter)));
            case Fault.Transient _ when failures < MOST_FAILURES -> new Action.Retry(backoff(failures, jitter), true);
            case Fault.Conflict _ when failures < MOST_FAILURES -> new Action.Retry(backoff(failures, jitter), true);
            case Fault.Transient _, Fault.Conflict _, Fault.InDoubt _ -> new Action.GiveUp();
            case Fault.Rejected _                               -> new Action.GiveUp();
            case Fault.Invalid _                                -> new Action.GiveUp();
            case Fault.Unauthorized _                           -> new Action.GiveUp();
            case Fault.Bug _                                    -> new Action.GiveUp();
        };
    }
    // spotless:on

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Exponential with jitter: half of the step is sure, the other half is drawn. */
    public static Duration backoff(int failures, int jitter) {
        var step = FIRST_DELAY.multipliedBy(1L << Math.min(failures, 20));
        var bounded = step.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : step;
        return bounded.dividedBy(2).plus(bounded.dividedBy(2).multipliedBy(jitter).dividedBy(1000));
    }
}
