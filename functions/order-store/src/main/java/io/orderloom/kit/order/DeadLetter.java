package io.orderloom.kit.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Optional;

/**
 * A message that was given up, as it can be sent once more.
 *
 * @param queue that it was given up in, by its label
 * @param messageId under which it was given up
 * @param attributes what it carried beside its body
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
