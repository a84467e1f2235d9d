package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.topology.Queue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that are read of an event: what Lambda's SQS event source sends, or a health check, or
 * a schedule, or a page of the nightly check of all logs.
 *
 * @param records the batch (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS")
 * @param health {@code check} if this is a health check and no batch
 * @param sweep the label of a schedule if this comes from the clock and is no batch
 * @param logs where the check of all logs continues, if this is that and no batch
 */
@RegisterForReflection
public record QueueEvent(
        @JsonProperty("Records") List<QueueRecord> records,
        @JsonProperty("health") @Nullable String health,
        @JsonProperty("sweep") @Nullable String sweep,
        @JsonProperty("logs") @Nullable LogPlace logs) {

    public QueueEvent(
            @Nullable List<QueueRecord> records,
            @Nullable String health,
            @Nullable String sweep,
            @Nullable LogPlace logs) {
        this.records = records == null ? List.of() : List.copyOf(records);
        this.health = health;
        this.sweep = sweep;
        this.logs = logs;
    }

    public QueueEvent(
            @Nullable List<QueueRecord> records, @Nullable String health, @Nullable String sweep) {
        this(records, health, sweep, null);
    }

    /** The queue whose dead letters these are; empty for any other batch. */
    public Optional<Queue> deadLettersOf() {
        return records.stream()
                .findFirst()
                .flatMap(first ->
                        Stream.of(Queue.values())
                                .filter(queue -> first.cameFrom(queue.deadLetterName()))
                                .findFirst());
    }

    /**
     * One message of the batch.
     *
     * @param eventSource the ARN of the queue that it came from
     */
    @RegisterForReflection
    public record QueueRecord(
            @JsonProperty("messageId") String messageId,
            @JsonProperty("receiptHandle") String receiptHandle,
            @JsonProperty("body") String body,
            @JsonProperty("attributes") Map<String, String> attributes,
            @JsonProperty("messageAttributes") Map<String, Attribute> messageAttributes,
            @JsonProperty("eventSourceARN") @Nullable String eventSource) {

        public QueueRecord(
                String messageId,
                String receiptHandle,
                String body,
                Map<String, String> attributes,
                @Nullable Map<String, Attribute> messageAttributes) {
            this(messageId, receiptHandle, body, attributes, messageAttributes, null);
        }

        public QueueRecord(
                String messageId,
                String receiptHandle,
                String body,
                Map<String, String> attributes,
                @Nullable Map<String, Attribute> messageAttributes,
                @Nullable String eventSource) {
            this.eventSource = eventSource;
            this.messageId = messageId;
            this.receiptHandle = receiptHandle;
            this.body = body;
            this.attributes = Map.copyOf(attributes);
            this.messageAttributes =
                    messageAttributes == null ? Map.of() : Map.copyOf(messageAttributes);
        }

        /**
         * Messages of one group are handled one after another. A message of a standard queue is a
         * group of its own.
         */
        public String group() {
            return attributes.getOrDefault("MessageGroupId", messageId);
        }

        /** How often the message was delivered, this time included. */
        public int receiveCount() {
            return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
        }

        /**
         * The time when the message was sent; postponing it does not change that (Amazon SQS API
         * Reference, ReceiveMessage).
         */
        public Optional<Instant> sentAt() {
            return Optional.ofNullable(attributes.get("SentTimestamp"))
                    .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
        }

        /**
         * The context that the message carries. Its trace is the message's and not the
         * invocation's, because a batch holds the messages of many orders.
         */
        public MessageContext trail() {
            return new MessageContext(
                    carried(MessageContext.CORRELATION_ID).orElse(messageId),
                    carried(MessageContext.ARRIVED_AT).map(Instant::parse),
                    Optional.ofNullable(attributes.get(MessageContext.TRACE))
                            .or(MessageContext::invocationTrace));
        }

        /** The text attributes that the sender set. */
        public Map<String, String> carried() {
            return messageAttributes.keySet().stream()
                    .flatMap(name -> carried(name).map(value -> Map.entry(name, value)).stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private Optional<String> carried(String name) {
            return Optional.ofNullable(messageAttributes.get(name)).map(Attribute::stringValue);
        }

        private boolean cameFrom(String queueName) {
            return eventSource != null && eventSource.endsWith(queueName);
        }
    }

    /** An attribute that the sender set on a message. */
    @RegisterForReflection
    public record Attribute(@JsonProperty("stringValue") @Nullable String stringValue) {}
}
