package io.orderloom.kit.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Optional;

/**
 * A message that was given up, with all that is needed to send it once more.
 *
 * @param queue the label of the queue that it was given up in
 * @param messageId the id under which it was given up
 * @param attributes those that it carried beside its body
 * @param group of a FIFO queue
 */
@RegisterForReflection
public record DeadLetter(
        String queue,
        String messageId,
        String body,
        Map<String, String> attributes,
        Optional<String> group) {
    public DeadLetter {
        attributes = Map.copyOf(attributes);
    }
}
