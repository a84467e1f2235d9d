package io.orderloom.resend;

import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.MessageRouting;
import io.orderloom.kit.order.MessageSender;
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
        sqs.sendMessage(r ->
                r.queueUrl(urls.apply(MessageRouting.queue(message)))
                        .messageBody(Json.text(message))
                        .messageAttributes(
                                Map.of(
                                        MessageRouting.CORRELATION_ID,
                                        text(message.correlationId())))
                        .messageGroupId(MessageRouting.token(message.group()))
                        .messageDeduplicationId(MessageRouting.token(message.id())));
    }

    @Override
    public void sendAgain(
            Queue queue,
            String body,
            Map<String, String> attributes,
            Optional<String> group,
            String once) {
        var carried = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> carried.put(name, text(value)));
        sqs.sendMessage(r -> {
            r.queueUrl(urls.apply(queue)).messageBody(body).messageAttributes(carried);
            group.ifPresent(
                    g -> r.messageGroupId(g).messageDeduplicationId(MessageRouting.token(once)));
        });
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
