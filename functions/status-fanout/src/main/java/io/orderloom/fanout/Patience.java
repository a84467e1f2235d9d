package io.orderloom.fanout;

import io.orderloom.fault.Fault;
import io.orderloom.task.FaultPolicy;
import io.orderloom.task.FaultPolicy.Action;
import java.time.Duration;

/**
 * What becomes of an event that a subscriber did not take. Pure. Its tries are bounded in time and
 * not in number, because a message that only waited is handed out again just as one that was tried.
 */
final class Patience {
    private Patience() {}

    sealed interface Decision {
        record Wait(Duration delay) implements Decision {}

        /** The subscriber takes other events, and not this one: an exception, which keeps it. */
        record Refused() implements Decision {}

        /** It takes none for too long: its outage is an exception, which keeps all of them. */
        record Away() implements Decision {}
    }

    /**
     * @param handedOut so often; the next try is the later for it
     * @param waited since the subscriber was to be told alone
     * @param longest that it may wait
     * @param jitter 0 to 999, spread evenly
     */
    static Decision decide(
            Fault fault, int handedOut, Duration waited, Duration longest, int jitter) {
        var left = longest.minus(waited);
        return switch (FaultPolicy.action(fault, 0, Duration.ZERO, jitter)) {
            case Action.GiveUp() -> new Decision.Refused();
            case Action.Retry _, Action.Doubt _ when !left.isPositive() -> new Decision.Away();
            case Action.Retry(var told, _) when fault instanceof Fault.RateLimited ->
                    wait(told, left);
            // A secret that is not taken is waited for as an outage is: a person changes it, and no
            // event is lost.
            case Action.Retry _ -> wait(FaultPolicy.backoff(handedOut, jitter), left);
            case Action.Doubt(var delay) -> wait(delay, left);
        };
    }

    private static Decision wait(Duration delay, Duration left) {
        return new Decision.Wait(delay.compareTo(left) < 0 ? delay : left);
    }
}
