package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.telemetry.MessageContext;

/**
 * A message to be sent, with its own correlation id and the rest of the context of the message that
 * caused it.
 *
 * @param once the deduplication id, by which SQS recognizes a repetition of this sending
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
