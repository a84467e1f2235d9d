package io.orderloom.task;

import io.orderloom.exception.OrderException.Owner;
import io.orderloom.fault.Fault;
import io.orderloom.fault.FaultClass;
import java.time.Duration;

/** The one table that gives each class of fault its action; {@code docs/retries.md} shows it. */
public final class FaultPolicy {
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    /** The longest wait that an answer of another system can cause, whatever it states. */
    public static final Duration LONGEST_BELIEVED = Duration.ofMinutes(5);

    static final Duration SHORTEST_BELIEVED = Duration.ofSeconds(1);

    /**
     * The wait after a refused key. Meanwhile the account's circuit is open, and its probe shows
     * whether the key is accepted again.
     */
    static final Duration UNTIL_TAKEN = Duration.ofSeconds(30);

    /** With the delays above, this allows half an hour to an hour of trying. */
    static final int MOST_FAILURES = 20;

    private FaultPolicy() {}

    public sealed interface Action {

        /**
         * Call again after the delay.
         *
         * @param counted whether this was a failure, of which only so many are allowed
         */
        record Retry(Duration delay, boolean counted) implements Action {}

        /** Look up after the delay whether the call took effect. */
        record Doubt(Duration delay) implements Action {}

        /** Open an exception for a person; nothing is tried again without one. */
        record GiveUp() implements Action {}
    }

    /** The first reaction to a fault, repeated until the attempts are used up. */
    enum Then {
        CALL_AGAIN,
        CALL_WHEN_TOLD,
        CALL_WHEN_TAKEN,
        LOOK_UP,
        EXCEPTION
    }

    /** The conclusion from a fault about the account that was called. */
    enum Account {
        /** It answered, and may well answer the next call. */
        ANSWERS,
        /** It could not be used. Enough of these in a row open its circuit. */
        FAILS,
        /** It wants fewer calls, and is not called until the time that it named. */
        RESTS,
        /** It does not accept our key: its circuit opens at once, for all orders. */
        LOCKED
    }

    /**
     * A row of the table.
     *
     * @param attempts how many attempts may fail before the fault becomes an exception; 0 if the
     *     first one does
     * @param owner the owner of that exception, if the fault kept an order out of the ERP
     */
    record Rule(Then then, int attempts, Account account, Owner owner) {}

    // spotless:off
    static Rule rule(FaultClass fault) {
        return switch (fault) {
            case TRANSIENT    -> new Rule(Then.CALL_AGAIN,     MOST_FAILURES, Account.FAILS,   Owner.ERP_TEAM);
            case CONFLICT     -> new Rule(Then.CALL_AGAIN,     MOST_FAILURES, Account.ANSWERS, Owner.INTEGRATION_TEAM);
            case IN_DOUBT     -> new Rule(Then.LOOK_UP,        MOST_FAILURES, Account.FAILS,   Owner.ERP_TEAM);
            case RATE_LIMITED -> new Rule(Then.CALL_WHEN_TOLD, 0,             Account.RESTS,   Owner.ERP_TEAM);
            case UNAUTHORIZED -> new Rule(Then.CALL_WHEN_TAKEN, 0,            Account.LOCKED,  Owner.ERP_TEAM);
            case REJECTED     -> new Rule(Then.EXCEPTION,      0,             Account.ANSWERS, Owner.ERP_TEAM);
            case INVALID      -> new Rule(Then.EXCEPTION,      0,             Account.ANSWERS, Owner.INTEGRATION_TEAM);
            case BUG          -> new Rule(Then.EXCEPTION,      0,             Account.ANSWERS, Owner.INTEGRATION_TEAM);
        };
    }
    // spotless:on

    /** The owner of the exception, if the fault kept an order out of the ERP. */
    public static Owner owner(Fault fault) {
        return rule(FaultClass.of(fault)).owner();
    }

    /** Tells whether the fault counts against the account that was called, for whichever order. */
    public static boolean opensCircuit(Fault fault) {
        return switch (rule(FaultClass.of(fault)).account()) {
            case FAILS, LOCKED -> true;
            case ANSWERS, RESTS -> false;
        };
    }

    /**
     * @param failures the number of failures before this one
     * @param settlingTime how long after a lost answer a look-up is conclusive
     * @param jitter 0 to 999, spread evenly: keeps many orders from coming back at once
     */
    public static Action action(Fault fault, int failures, Duration settlingTime, int jitter) {
        var rule = rule(FaultClass.of(fault));
        if (fault instanceof Fault.RateLimited(var retryAfter, _)) {
            return new Action.Retry(spread(believed(retryAfter), jitter), false);
        }
        if (rule.then() == Then.CALL_WHEN_TAKEN) {
            return new Action.Retry(spread(UNTIL_TAKEN, jitter), false);
        }
        if (failures >= rule.attempts()) {
            return new Action.GiveUp();
        }
        return switch (rule.then()) {
            case CALL_AGAIN, CALL_WHEN_TOLD, CALL_WHEN_TAKEN ->
                    new Action.Retry(backoff(failures, jitter), true);
            case LOOK_UP -> new Action.Doubt(longer(settlingTime, backoff(failures, jitter)));
            case EXCEPTION -> new Action.GiveUp();
        };
    }

    /** The wait that an answer asked for, within the bounds of what is believed. */
    public static Duration believed(Duration told) {
        if (told.compareTo(SHORTEST_BELIEVED) < 0) {
            return SHORTEST_BELIEVED;
        }
        return told.compareTo(LONGEST_BELIEVED) > 0 ? LONGEST_BELIEVED : told;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Never sooner than asked for, and not all at once: up to a tenth later, a minute at most. */
    private static Duration spread(Duration told, int jitter) {
        var tenth = told.dividedBy(10);
        var most = tenth.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : tenth;
        return told.plus(most.multipliedBy(jitter).dividedBy(1000));
    }

    /** Exponential with jitter: half of the step is fixed, and the other half varies. */
    public static Duration backoff(int failures, int jitter) {
        var step = FIRST_DELAY.multipliedBy(1L << Math.min(failures, 20));
        var bounded = step.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : step;
        return bounded.dividedBy(2).plus(bounded.dividedBy(2).multipliedBy(jitter).dividedBy(1000));
    }
}
