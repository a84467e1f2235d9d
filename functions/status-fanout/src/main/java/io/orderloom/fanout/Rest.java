package io.orderloom.fanout;

import io.orderloom.fault.Fault;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.Outcome;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.task.FaultPolicy;
import java.time.Duration;
import java.time.Instant;

/** How a subscriber's answers open and close its circuit breaker. Pure. */
final class Rest {
    /** For a message that finds another one making the one call that tests the subscriber. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);

    private Rest() {}

    /** A call to a subscriber, named by its event and the order that the event is about. */
    record Call(String event, String order) {}

    static Circuit after(Circuit before, Call call, DeliveryAnswer answer, Instant now) {
        return switch (answer) {
            case Delivered() ->
                    CircuitBreaker.after(before, call.event(), new Outcome.Answered(), now);
            case Failed(Fault.RateLimited(var told, _)) -> rested(before, call, told, now);
            case Failed(Fault.Unauthorized(var detail)) ->
                    CircuitBreaker.after(before, call.event(), new Outcome.Locked(detail), now);
            case Failed(Fault.Bug _) -> CircuitBreaker.unprobed(before, call.event(), now);
            case Failed(var fault) ->
                    CircuitBreaker.after(
                            before,
                            call.event(),
                            FaultPolicy.opensCircuit(fault)
                                    ? new Outcome.Failed(call.order())
                                    : new Outcome.Answered(),
                            now);
        };
    }

    /**
     * The rest of the pause, plus a random part of as much again as the outage has lasted, at most
     * five minutes: so the events of a long outage don't come back all at once only to find that it
     * goes on.
     */
    static Duration wait(CircuitBreaker.Standing.Wait standing, Call call, Instant now) {
        var left = longer(Duration.between(now, standing.until()), SHORTEST_WAIT);
        var spread = bounded(Duration.between(standing.since(), now));
        return left.plus(
                spread.multipliedBy(Math.floorMod(call.event().hashCode(), 1000)).dividedBy(1000));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** After a requested pause, as after a failure, one call tests whether it was long enough. */
    private static Circuit rested(Circuit before, Call call, Duration told, Instant now) {
        var until = now.plus(bounded(told));
        return switch (before) {
            case Closed _, Throttled _ -> new Open(until, now, 1);
            case Open open ->
                    until.isAfter(open.until())
                            ? new Open(until, open.since(), open.times())
                            : open;
            case HalfOpen probing ->
                    probing.holder().equals(call.event())
                            ? new Open(until, probing.since(), probing.times())
                            : probing;
        };
    }

    /** Limits the pause that a subscriber requests, which may be a mistake. */
    static Fault bounded(Fault fault) {
        return fault instanceof Fault.RateLimited(var told, var detail)
                ? new Fault.RateLimited(bounded(told), detail)
                : fault;
    }

    private static Duration bounded(Duration told) {
        return told.compareTo(CircuitBreaker.LONGEST_WAIT) > 0 ? CircuitBreaker.LONGEST_WAIT : told;
    }
}
