package io.orderloom.embedded.poller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.emulator.Arns;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The event with which Lambda passes a batch to a function. Source: "Using Lambda with Amazon SQS",
 * developer guide.
 */
public final class SqsEvent {
    private SqsEvent() {}

    public static ObjectNode of(String queueName, List<Message> messages) {
        var event = StackJson.object();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(entry(queueName, message)));
        return event;
    }

    private static ObjectNode entry(String queueName, Message message) {
        var entry =
                StackJson.object()
                        .put("messageId", message.messageId())
                        .put("receiptHandle", message.receiptHandle())
                        .put("body", message.body());
        entry.set("attributes", StackJson.value(message.attributesAsStrings()));
        var attributes = entry.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) -> attributes.set(name, attribute(value)));
        return entry.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", Arns.queue(queueName))
                .put("awsRegion", LocalAws.REGION);
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        var node = StackJson.object();
        if (value.stringValue() != null) {
            node.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            node.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        }
        node.putArray("stringListValues");
        node.putArray("binaryListValues");
        return node.put("dataType", value.dataType());
    }
}
