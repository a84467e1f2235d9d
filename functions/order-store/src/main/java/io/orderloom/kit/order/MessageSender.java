package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.topology.Queue;
import java.util.Map;
import java.util.Optional;

/** Sends messages that a person asked for. Each call returns when the queue has taken it. */
public interface MessageSender {

    /** Sends to the queue of the message's kind. */
    void send(Message message);

    /**
     * Sends what was sent before.
     *
     * @param once the same for the same sending, so that a repetition is swallowed where the queue
     *     can
     */
    void sendAgain(
            Queue queue,
            String body,
            Map<String, String> attributes,
            Optional<String> group,
            String once);
}
