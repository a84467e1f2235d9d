package io.orderloom.kit.telemetry;

import io.orderloom.kit.order.MessageRouting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;

/**
 * The context that a message carries beside its body from one function to the next.
 *
 * @param correlationId follows an order through all systems and logs
 * @param arrivedAt when the webhook that started it came in at intake, UTC; absent in older
 *     messages
 * @param trace X-Ray's tracing header, as the message's sender had it
 */
public record MessageContext(
        String correlationId, Optional<Instant> arrivedAt, Optional<String> trace) {
    public static final String CORRELATION_ID = MessageRouting.CORRELATION_ID;
    public static final String ARRIVED_AT = "arrivedAt";

    /**
     * The attribute in which SQS keeps the tracing header (AWS X-Ray Developer Guide, "Amazon
     * SQS").
     */
    public static final String TRACE = "AWSTraceHeader";

    private static final String TEXT = "String";

    /**
     * The property in which Quarkus and Lambda's Java runtime put the invocation's tracing header.
     */
    private static final String INVOCATION_TRACE = "com.amazonaws.xray.traceHeader";

    /** The tracing header of the current invocation. */
    public static Optional<String> invocationTrace() {
        return Optional.ofNullable(System.getProperty(INVOCATION_TRACE))
                .filter(header -> !header.isBlank());
    }

    /** The same context for another order. */
    public MessageContext of(String otherCorrelationId) {
        return new MessageContext(otherCorrelationId, arrivedAt, trace);
    }

    public Map<String, MessageAttributeValue> attributes() {
        var attributes = new HashMap<String, MessageAttributeValue>();
        attributes.put(CORRELATION_ID, text(correlationId));
        arrivedAt.ifPresent(at -> attributes.put(ARRIVED_AT, text(at.toString())));
        return attributes;
    }

    public Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> systemAttributes() {
        return trace.map(header ->
                        Map.of(
                                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                                MessageSystemAttributeValue.builder()
                                        .dataType(TEXT)
                                        .stringValue(header)
                                        .build()))
                .orElseGet(Map::of);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType(TEXT).stringValue(value).build();
    }
}
