package io.orderloom.simulation.aws;

import io.orderloom.simulation.aws.SimulatedQueue.Received;
import io.orderloom.simulation.effect.Boundaries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** Receives messages for a caller that waits until the first one comes. */
record Receipts(SimulatedQueues queues, Boundaries boundaries) {

    ReceiveMessageResponse of(ReceiveMessageRequest request) {
        var queue = queues.get(request.queueUrl());
        int most = Optional.ofNullable(request.maxNumberOfMessages()).orElse(1);
        var visibility =
                Optional.ofNullable(request.visibilityTimeout())
                        .map(Duration::ofSeconds)
                        .orElse(queue.settings().visibility());
        var patience = Duration.ofSeconds(Optional.ofNullable(request.waitTimeSeconds()).orElse(0));
        var until = now().plus(patience);
        var received = queue.receive(most, visibility);
        while (received.isEmpty() && now().isBefore(until)) {
            boundaries.pause(Duration.between(now(), next(queue, until)));
            received = queue.receive(most, visibility);
        }
        return ReceiveMessageResponse.builder()
                .messages(received.stream().map(Receipts::message).toList())
                .build();
    }

    private Instant now() {
        return queues.clock().instant();
    }

    private Instant next(SimulatedQueue queue, Instant until) {
        return queue.nextVisible().filter(next -> next.isBefore(until)).orElse(until);
    }

    private static Message message(Received received) {
        var sent = received.sent();
        var system = new HashMap<String, String>();
        system.put("ApproximateReceiveCount", Integer.toString(received.receives()));
        sent.group().ifPresent(group -> system.put("MessageGroupId", group));
        sent.sameness().ifPresent(same -> system.put("MessageDeduplicationId", same));
        return Message.builder()
                .messageId(received.messageId())
                .receiptHandle(received.receipt())
                .body(sent.body())
                .attributesWithStrings(system)
                .messageAttributes(attributes(sent.attributes()))
                .build();
    }

    private static Map<String, MessageAttributeValue> attributes(Map<String, String> texts) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        texts.forEach((name, text) ->
                attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(text)
                                .build()));
        return attributes;
    }
}
