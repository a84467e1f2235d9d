package io.orderloom.desk;

import io.orderloom.topology.Queue;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Webhooks that no function has read yet. Only reading them shows which order they belong to. */
record UnreadWebhooks(SqsClient sqs, CommandTarget place) {

    List<String> lines() {
        return Stream.of(Queue.INBOUND.queueName(), Queue.INBOUND.deadLetterName())
                .flatMap(queue -> line(queue).stream())
                .toList();
    }

    private List<String> line(String name) {
        var url = sqs.getQueueUrl(r -> r.queueName(place.prefix() + name)).queueUrl();
        var counts =
                sqs.getQueueAttributes(r ->
                                r.queueUrl(url)
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                                QueueAttributeName
                                                        .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        var waiting = counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
        var inFlight =
                counts.getOrDefault(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
        return waiting.equals("0") && inFlight.equals("0")
                ? List.of()
                : List.of(
                        "queue: %s holds about %s webhooks, and %s are in flight, any of which may be of this order: erase again when they are gone"
                                .formatted(name, waiting, inFlight));
    }
}
