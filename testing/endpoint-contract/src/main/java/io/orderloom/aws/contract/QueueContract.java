package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The behaviour of SQS on which the functions and their event sources rely. */
public abstract class QueueContract extends OnAws {
    private static final int HIDDEN = 60;

    @Test
    void a_message_that_is_never_deleted_ends_in_the_dead_letter_queue() {
        var url = aws().url(Queue.INBOUND);
        aws().sqs().sendMessage(r -> r.queueUrl(url).messageBody("poison"));

        for (int i = 0; i < Queue.INBOUND.maxReceiveCount(); i++) {
            assertThat(aws().receive(url, 0)).extracting(Message::body).contains("poison");
        }

        assertThat(aws().receive(url, 0)).isEmpty();
        assertThat(aws().receive(aws().deadLetterUrl(Queue.INBOUND), HIDDEN))
                .extracting(Message::body)
                .containsExactly("poison");
    }

    @Test
    void the_messages_of_an_order_come_in_order_and_keep_no_other_order_waiting() {
        send("order-a", "a1");
        var url = aws().url(Queue.ERP);
        var first = aws().receive(url, HIDDEN);
        send("order-a", "a2");
        send("order-b", "b1");

        var second = aws().receive(url, HIDDEN);
        aws().sqs()
                .deleteMessage(
                        r -> r.queueUrl(url).receiptHandle(first.getFirst().receiptHandle()));
        var third = aws().receive(url, HIDDEN);

        assertThat(first).extracting(Message::body).containsExactly("a1");
        assertThat(second).extracting(Message::body).containsExactly("b1");
        assertThat(third).extracting(Message::body).containsExactly("a2");
    }

    @Test
    void messages_are_hidden_together_for_almost_twelve_hours_and_keep_their_order() {
        var url = aws().url(Queue.COMPENSATION);
        for (var body : List.of("h1", "h2")) {
            aws().sqs()
                    .sendMessage(r ->
                            r.queueUrl(url)
                                    .messageBody(body)
                                    .messageGroupId("order-h")
                                    .messageDeduplicationId(body));
        }
        var received = aws().receive(url, HIDDEN);

        assertThat(hide(url, received, Duration.ofHours(12).minusMinutes(5))).isEmpty();
        assertThat(aws().receive(url, HIDDEN)).isEmpty();
        assertThat(hide(url, received, Duration.ZERO)).isEmpty();

        assertThat(aws().receive(url, HIDDEN))
                .extracting(Message::body)
                .containsExactly("h1", "h2");
    }

    private List<BatchResultErrorEntry> hide(String url, List<Message> messages, Duration delay) {
        var entries =
                messages.stream()
                        .map(message ->
                                ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(message.body())
                                        .receiptHandle(message.receiptHandle())
                                        .visibilityTimeout((int) delay.toSeconds())
                                        .build())
                        .toList();
        return aws().sqs()
                .changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries))
                .failed();
    }

    @Test
    void a_message_may_be_as_large_as_intake_and_outbox_make_it() {
        var url = aws().url(Queue.INBOUND);
        var body = "x".repeat(900_000);

        aws().sqs().sendMessage(r -> r.queueUrl(url).messageBody(body));
        var received = aws().receive(url, HIDDEN);
        received.forEach(message ->
                aws().sqs()
                        .deleteMessage(
                                r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));

        assertThat(received).extracting(Message::body).containsExactly(body);
    }

    @Test
    void a_full_batch_is_taken_at_once() {
        var url = aws().url(Queue.STATUS);
        var entries =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                SendMessageBatchRequestEntry.builder()
                                        .id(Integer.toString(i))
                                        .messageBody("event " + i)
                                        .messageGroupId("order-" + i)
                                        .messageDeduplicationId("event-" + i)
                                        .build())
                        .toList();

        var answer = aws().sqs().sendMessageBatch(r -> r.queueUrl(url).entries(entries));

        assertThat(answer.failed()).isEmpty();
        assertThat(answer.successful()).hasSize(10);
    }

    @Test
    void a_postponed_message_comes_back_in_time_and_its_receives_are_counted() {
        var url = aws().url(Queue.COMPENSATION);
        aws().sqs()
                .sendMessage(r ->
                        r.queueUrl(url)
                                .messageBody("undo")
                                .messageGroupId("order-c")
                                .messageDeduplicationId("undo"));
        var first = aws().receive(url, HIDDEN).getFirst();

        var hidden = aws().receive(url, HIDDEN);
        aws().sqs()
                .changeMessageVisibility(r ->
                        r.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0));
        var second = aws().receive(url, HIDDEN);

        assertThat(hidden).isEmpty();
        assertThat(second).extracting(Message::body).containsExactly("undo");
        assertThat(second.getFirst().attributesAsStrings())
                .containsEntry("ApproximateReceiveCount", "2")
                .containsEntry("MessageGroupId", "order-c");
    }

    private void send(String group, String body) {
        aws().sqs()
                .sendMessage(r ->
                        r.queueUrl(aws().url(Queue.ERP))
                                .messageBody(body)
                                .messageGroupId(group)
                                .messageDeduplicationId(body));
    }
}
