package io.orderloom.kit.order;

import io.orderloom.core.Message.DeliverEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that a subscriber was not notified of in time, as it is stored.
 *
 * @param message the message that was given up
 * @param kept since when it is stored
 * @param sent when it was last sent again; empty if it was not
 */
public record Untold(DeliverEvent message, Instant kept, Optional<Instant> sent) {

    /** Longer than a message waits for a subscriber, unless a deployment configures more. */
    private static final Duration LOST = Duration.ofHours(25);

    /**
     * A message with another id than the one that was given up, so that a queue does not take it
     * for that one.
     */
    public DeliverEvent again() {
        return new DeliverEvent(message.event(), message.subscriber(), message.attempts() + 1);
    }

    /** The same until it is known to be sent, so that a queue can drop a repetition. */
    public String asking() {
        return tried().toString();
    }

    Instant tried() {
        return sent.orElse(kept);
    }

    /**
     * Whether it may be sent: either no message of it is under way, or one for so long that it is
     * lost.
     */
    boolean isDue(Instant now) {
        return sent.map(at -> !now.isBefore(at.plus(LOST))).orElse(true);
    }
}
