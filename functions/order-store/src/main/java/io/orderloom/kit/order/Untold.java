package io.orderloom.kit.order;

import io.orderloom.core.Message.DeliverEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that a subscriber was not told in time, as it is kept.
 *
 * @param message that was given up
 * @param kept since then
 * @param sent when it was sent again since; nothing if it was not
 */
public record Untold(DeliverEvent message, Instant kept, Optional<Instant> sent) {

    /** Longer than a message waits for a subscriber, unless a deployment says otherwise. */
    private static final Duration LOST = Duration.ofHours(25);

    /** Another message than the one that was given up, so that one is told from the other. */
    public DeliverEvent again() {
        return new DeliverEvent(message.event(), message.subscriber(), message.attempts() + 1);
    }

    /** The same until it is known to be sent, so that a queue may swallow a repetition. */
    public String asking() {
        return tried().toString();
    }

    Instant tried() {
        return sent.orElse(kept);
    }

    /**
     * Whether it may be sent: no message of it is under way, or one for so long that it is lost.
     */
    boolean isDue(Instant now) {
        return sent.map(at -> !now.isBefore(at.plus(LOST))).orElse(true);
    }
}
