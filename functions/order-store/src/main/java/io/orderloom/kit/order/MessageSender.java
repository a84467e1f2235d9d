package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.topology.Queue;
import java.util.Map;
import java.util.Optional;

/**
 * Sends messages that a person requested. Each call returns when the queue has taken the message.
 */
public interface MessageSender {

    /** Sends a message to the queue of its kind. */
    void send(Message message);

    /**
     * Sends a message once more.
     *
     * @param once the same for the same sending, so that the queue can drop a repetition if it
     *     supports that
     */
    void sendAgain(
            Queue queue,
            String body,
            Map<String, String> attributes,
            Optional<String> group,
            String once);
}
