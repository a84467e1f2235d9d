package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.telemetry.MessageContext;

/**
 * A message that is to be sent, with what it carries along: its own correlation id, and the rest of
 * what brought it about.
 *
 * @param once what SQS may tell a repetition of this sending by
 */
record Outgoing(Message message, MessageContext trail, String once) {
    Outgoing {
        trail = trail.of(message.correlationId());
    }

    Outgoing(Message message, MessageContext trail) {
        this(message, trail, message.id());
    }

    String id() {
        return message.id();
    }
}
