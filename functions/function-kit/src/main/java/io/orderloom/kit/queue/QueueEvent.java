package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda's SQS event source sends, as far as it is read here; or a question for health.
 *
 * @param records the batch (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS")
 * @param health {@code check} where this is a question for health and no batch
 */
@RegisterForReflection
public record QueueEvent(
        @JsonProperty("Records") List<QueueRecord> records,
        @JsonProperty("health") @Nullable String health) {

    public QueueEvent(@Nullable List<QueueRecord> records, @Nullable String health) {
        this.records = records == null ? List.of() : List.copyOf(records);
        this.health = health;
    }

    /** One message of the batch. */
    @RegisterForReflection
    public record QueueRecord(
            @JsonProperty("messageId") String messageId,
            @JsonProperty("receiptHandle") String receiptHandle,
            @JsonProperty("body") String body,
            @JsonProperty("attributes") Map<String, String> attributes) {

        public QueueRecord {
            attributes = Map.copyOf(attributes);
        }

        /** Messages of one group are handled one after another; each of a standard queue alone. */
        String group() {
            return attributes.getOrDefault("MessageGroupId", messageId);
        }

        /** How often the message was handed out, this time included. */
        public int receiveCount() {
            return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
        }
    }
}
