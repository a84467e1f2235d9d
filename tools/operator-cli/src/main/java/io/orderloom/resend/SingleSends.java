package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.MessageSender;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.topology.Queue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Sends one message at a time, for the command line tool. Each call returns when SQS has taken the
 * message.
 */
public final class SingleSends implements MessageSender {
    private final SqsClient sqs;
    private final Function<Queue, String> urls;

    public SingleSends(SqsClient sqs, Function<Queue, String> urls) {
        this.sqs = sqs;
        this.urls = urls;
    }

    @Override
    public void send(Message message) {
        var trail = new MessageContext(message.correlationId(), Optional.empty(), Optional.empty());
        sqs.sendMessage(r ->
                r.queueUrl(urls.apply(Outbox.queue(message)))
                        .messageBody(Json.text(message))
                        .messageAttributes(trail.attributes())
                        .messageGroupId(Outbox.token(message.group()))
                        .messageDeduplicationId(Outbox.token(message.id())));
    }

    @Override
    public void sendAgain(
            Queue queue,
            String body,
            Map<String, String> attributes,
            Optional<String> group,
            String once) {
        var carried = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) ->
                carried.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(value)
                                .build()));
        sqs.sendMessage(r -> {
            r.queueUrl(urls.apply(queue)).messageBody(body).messageAttributes(carried);
            group.ifPresent(g -> r.messageGroupId(g).messageDeduplicationId(Outbox.token(once)));
        });
    }
}
