package io.orderloom.fanout;

import io.orderloom.fault.Fault;
import io.orderloom.task.FaultPolicy;
import io.orderloom.task.FaultPolicy.Action;
import java.time.Duration;

/**
 * Decides on an event that a subscriber did not take. Pure. Attempts are limited in time and not in
 * number, because a message that only waited is delivered again just like one that was tried.
 */
final class Patience {
    private Patience() {}

    sealed interface Decision {
        record Wait(Duration delay) implements Decision {}

        /**
         * The subscriber takes other events but not this one: an exception is opened, which keeps
         * it.
         */
        record Refused() implements Decision {}

        /**
         * The subscriber has taken none for too long: its outage is an exception, which keeps all
         * of them.
         */
        record Away() implements Decision {}
    }

    /**
     * @param handedOut how often the message was delivered; the delay grows with it
     * @param waited the time since the subscriber was to be notified alone
     * @param longest the longest time that the event may wait
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
            // A secret that is rejected is waited for like an outage: a person changes it, and no
            // event is lost.
            case Action.Retry _ -> wait(FaultPolicy.backoff(handedOut, jitter), left);
            case Action.Doubt(var delay) -> wait(delay, left);
        };
    }

    private static Decision wait(Duration delay, Duration left) {
        return new Decision.Wait(delay.compareTo(left) < 0 ? delay : left);
    }
}
