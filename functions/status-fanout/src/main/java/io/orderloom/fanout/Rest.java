package io.orderloom.fanout;

import io.orderloom.fault.Fault;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.Outcome;
import io.orderloom.subscriber.Subscribers.Delivered;
import io.orderloom.subscriber.Subscribers.DeliveryAnswer;
import io.orderloom.subscriber.Subscribers.Failed;
import io.orderloom.task.FaultPolicy;
import java.time.Duration;
import java.time.Instant;

/** How a subscriber's answers open and close its circuit. Pure. */
final class Rest {
    /** For a message that finds another one making the one call. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);

    private Rest() {}

    /** A call of a subscriber, by the event that it tells and the order that this is about. */
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
     * What is left of the rest, and up to as much again as it lasts already, five minutes at most:
     * the events of a long outage don't come back all at once to find that it lasts.
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

    /** What asked for a rest is asked by one call whether that was enough, as what failed is. */
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

    /** Nobody is left alone for longer than this by his own word, which may be a mistake. */
    static Fault bounded(Fault fault) {
        return fault instanceof Fault.RateLimited(var told, var detail)
                ? new Fault.RateLimited(bounded(told), detail)
                : fault;
    }

    private static Duration bounded(Duration told) {
        return told.compareTo(CircuitBreaker.LONGEST_WAIT) > 0 ? CircuitBreaker.LONGEST_WAIT : told;
    }
}
