package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.telemetry.Trail;

/**
 * A message that is to be sent, with what it carries along: its own correlation id, and the rest of
 * what brought it about.
 */
record Outgoing(Message message, Trail trail) {
    Outgoing {
        trail = trail.of(message.correlationId());
    }

    String id() {
        return message.id();
    }
}
