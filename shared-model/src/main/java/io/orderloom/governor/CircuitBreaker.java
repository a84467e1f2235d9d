package io.orderloom.governor;

import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.governor.Outcome.Answered;
import io.orderloom.governor.Outcome.AskedForLess;
import io.orderloom.governor.Outcome.Failed;
import io.orderloom.governor.Outcome.Locked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;

/** Decides when the circuit of an account opens and when it closes again. */
public final class CircuitBreaker {
    /**
     * Number of failed orders that opens the circuit. Different orders are counted, so that one
     * order that always fails opens nothing.
     */
    public static final int MOST_FAILURES = 5;

    /** Failures that lie further apart are no outage. */
    public static final Duration WINDOW = Duration.ofMinutes(2);

    public static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** An account that wants to rest for longer is called once after this. */
    public static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** The time after which it is worth a look whether the probe has come back. */
    private static final Duration WHILE_PROBING = Duration.ofSeconds(5);

    private CircuitBreaker() {}

    /** Tells an instance whether it may call. */
    public sealed interface Standing {
        record Call() implements Standing {}

        /** It may try to become the one that makes the probe. */
        record Probe() implements Standing {}

        /**
         * @param since when the trouble began; the longer it lasts, the longer messages wait
         */
        record Wait(Instant until, Instant since) implements Standing {}
    }

    public static Standing standing(Circuit circuit, String holder, Instant now) {
        return switch (circuit) {
            case Closed _ -> new Standing.Call();
            case Throttled r when unbelievable(r, now) -> new Standing.Probe();
            case Throttled r when now.isBefore(r.until()) -> new Standing.Wait(r.until(), now);
            case Throttled _ -> new Standing.Call();
            case Open o when now.isBefore(o.until()) -> new Standing.Wait(o.until(), o.since());
            case Open _ -> new Standing.Probe();
            case HalfOpen p when p.holder().equals(holder) ->
                    now.isBefore(p.until()) ? new Standing.Call() : new Standing.Probe();
            case HalfOpen p when !now.isBefore(p.until().plus(Slots.SKEW)) -> new Standing.Probe();
            case HalfOpen p -> new Standing.Wait(now.plus(WHILE_PROBING), p.since());
        };
    }

    /**
     * The circuit while an instance makes the probe.
     *
     * @param until when the probe has ended, whatever its outcome
     */
    public static Circuit probe(Circuit circuit, String holder, Instant until) {
        return switch (circuit) {
            case Open o -> new HalfOpen(holder, until, o.since(), o.times());
            case HalfOpen p -> new HalfOpen(holder, until, p.since(), p.times());
            case Throttled _ -> new HalfOpen(holder, until, until, 1);
            case Closed _ -> circuit;
        };
    }

    /**
     * Whether the rest is longer than this version ever writes. A version that believed any answer
     * wrote such rests.
     */
    private static boolean unbelievable(Throttled resting, Instant now) {
        return resting.until().isAfter(now.plus(LONGEST_REST).plus(Slots.SKEW));
    }

    /** The circuit after a probe was not made after all, so that another instance may make one. */
    public static Circuit unprobed(Circuit circuit, String holder, Instant now) {
        return circuit instanceof HalfOpen p && p.holder().equals(holder)
                ? new Open(now, p.since(), p.times())
                : circuit;
    }

    /**
     * @param holder the instance that called
     */
    public static Circuit after(Circuit circuit, String holder, Outcome outcome, Instant now) {
        return switch (circuit) {
            case Closed closed -> closed(closed, outcome, now);
            case Throttled r when now.isBefore(r.until()) -> resting(r, outcome, now);
            case Throttled _ -> closed(new Closed(HashMap.newHashMap(0)), outcome, now);
            // The call began before the circuit opened. The probe will decide.
            case Open open -> open;
            case HalfOpen p when p.holder().equals(holder) -> probed(p, outcome, now);
            case HalfOpen p -> p;
        };
    }

    private static Circuit closed(Closed closed, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Answered() -> Circuit.HEALTHY;
            case AskedForLess(var until) -> rest(until, now, now, 1);
            case Locked _ -> new Open(now.plus(FIRST_WAIT), now, 1);
            case Failed(var order) -> {
                var failing = new HashMap<>(closed.failing());
                failing.values().removeIf(at -> at.isBefore(now.minus(WINDOW)));
                failing.put(order, now);
                yield failing.size() < MOST_FAILURES
                        ? new Closed(failing)
                        : new Open(now.plus(FIRST_WAIT), now, 1);
            }
        };
    }

    private static Circuit resting(Throttled resting, Outcome outcome, Instant now) {
        return switch (outcome) {
            case AskedForLess(var until) when until.isAfter(resting.until()) ->
                    rest(until, now, now, 1);
            case Locked _ -> new Open(now.plus(FIRST_WAIT), now, 1);
            case AskedForLess _, Answered _, Failed _ -> resting;
        };
    }

    /**
     * Rests for as long as the account wants. A time that is too long to be believed is cut to the
     * longest that is, with a probe after it.
     */
    private static Circuit rest(Instant until, Instant now, Instant since, int times) {
        var longest = now.plus(LONGEST_REST);
        return until.isAfter(longest) ? new Open(longest, since, times) : new Throttled(until);
    }

    private static Circuit probed(HalfOpen probing, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Answered() -> Circuit.HEALTHY;
            case AskedForLess(var until) -> rest(until, now, probing.since(), probing.times());
            case Failed _, Locked _ ->
                    new Open(
                            now.plus(openFor(probing.times() + 1)),
                            probing.since(),
                            probing.times() + 1);
        };
    }

    /** Doubles the wait each time, so that a long outage is probed seldom. */
    static Duration openFor(int times) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.clamp(times - 1, 0, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
