package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Queue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The limits of SQS: sizes of requests, repetitions that it drops, requests that it rejects, and
 * the visibility of messages.
 */
public abstract class QueueLimits extends OnAws {
    private static final int HIDDEN = 60;

    @Test
    void a_message_that_is_not_deleted_comes_back_when_its_time_is_over() {
        var url = aws().url(Queue.INBOUND);
        aws().sqs().sendMessage(r -> r.queueUrl(url).messageBody("forgotten"));
        assertThat(aws().receive(url, 1)).extracting(Message::body).containsExactly("forgotten");

        var again = aws().receive(url, HIDDEN, 5);

        assertThat(again).extracting(Message::body).containsExactly("forgotten");
        assertThat(again.getFirst().attributesAsStrings())
                .containsEntry("ApproximateReceiveCount", "2");
        delete(url, again);
    }

    @Test
    void a_message_belongs_to_its_last_receiver() {
        var url = aws().url(Queue.COMPENSATION);
        send(url, "held", "held");
        var first = aws().receive(url, 0);
        var second = aws().receive(url, HIDDEN);

        var late = hide(url, first, 0);
        var third = aws().receive(url, HIDDEN);
        delete(url, third.isEmpty() ? second : third);

        assertThat(second).extracting(Message::body).containsExactly("held");
        assertThat(late).containsExactly("held");
        assertThat(third).isEmpty();
    }

    @Test
    void a_deleted_message_is_gone() {
        var url = aws().url(Queue.COMPENSATION);
        send(url, "gone", "gone");
        var received = aws().receive(url, 1);

        delete(url, received);

        assertThat(hide(url, received, 0)).containsExactly("gone");
        assertThat(aws().receive(url, HIDDEN, 2)).isEmpty();
    }

    @Test
    void a_message_that_is_sent_again_within_minutes_is_dropped_even_if_it_was_deleted() {
        var url = aws().url(Queue.ERP);
        var first = send(url, "order-s", "again");
        send(url, "order-s", "again");
        var received = aws().receive(url, HIDDEN);
        delete(url, received);
        var third = send(url, "order-s", "again");

        assertThat(received).extracting(Message::body).containsExactly("again");
        assertThat(third).isEqualTo(first);
        assertThat(aws().receive(url, HIDDEN)).isEmpty();
    }

    @Test
    void the_messages_of_a_group_wait_for_a_postponed_one() {
        var url = aws().url(Queue.COMPENSATION);
        Stream.of("w1", "w2").forEach(body -> send(url, "order-w", body));
        var received = aws().receive(url, HIDDEN);
        assertThat(received).extracting(Message::body).containsExactly("w1", "w2");

        hide(url, received.subList(1, 2), 0);
        var early = aws().receive(url, HIDDEN);
        delete(url, early);
        delete(url, received.subList(0, 1));
        var rest = aws().receive(url, HIDDEN);
        delete(url, rest);

        assertThat(early).isEmpty();
        assertThat(rest).extracting(Message::body).containsExactly("w2");
    }

    @Test
    void attributes_of_a_message_come_with_it() {
        var url = aws().url(Queue.INBOUND);
        aws().sqs()
                .sendMessage(r ->
                        r.queueUrl(url)
                                .messageBody("attributed")
                                .messageAttributes(
                                        Map.of(
                                                "traceparent",
                                                MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue("00-1-2-01")
                                                        .build())));

        var received = aws().receive(url, HIDDEN);

        assertThat(received).hasSize(1);
        assertThat(received.getFirst().messageAttributes().get("traceparent"))
                .extracting(MessageAttributeValue::stringValue)
                .isEqualTo("00-1-2-01");
        delete(url, received);
    }

    @Test
    void a_dead_letter_keeps_its_id_and_its_text() {
        var url = aws().url(Queue.STATUS);
        var id = send(url, "order-d", "given-up");
        for (int i = 0; i < Queue.STATUS.maxReceiveCount(); i++) {
            assertThat(aws().receive(url, 0)).hasSize(1);
        }
        assertThat(aws().receive(url, 0)).isEmpty();

        var letters = aws().receive(aws().deadLetterUrl(Queue.STATUS), HIDDEN);

        assertThat(letters).extracting(Message::body).containsExactly("given-up");
        assertThat(letters).extracting(Message::messageId).containsExactly(id);
    }

    @Test
    void a_message_has_a_mebibyte_at_most() {
        var url = aws().url(Queue.INBOUND);

        assertRefused(() ->
                aws().sqs().sendMessage(r -> r.queueUrl(url).messageBody("x".repeat(1_048_577))));
    }

    @Test
    void a_batch_has_ten_messages_at_most() {
        var url = aws().url(Queue.STATUS);

        assertRefused(() -> batch(url, entries(11, "x")));
    }

    @Test
    void an_ordered_message_names_its_group() {
        var url = aws().url(Queue.ERP);

        assertRefused(() ->
                aws().sqs()
                        .sendMessage(
                                r -> r.queueUrl(url).messageBody("x").messageDeduplicationId("x")));
    }

    @Test
    void group_and_deduplication_ids_are_short_and_of_visible_characters() {
        var url = aws().url(Queue.ERP);

        try {
            assertRefused(() -> send(url, "order-v", "two words"));
            assertRefused(() -> send(url, "order-v", "x".repeat(129)));
            assertRefused(() -> send(url, "order v", "one-word"));
            assertRefused(() -> send(url, "x".repeat(129), "one-word"));
        } finally {
            // A message that was taken after all must not be left to another test.
            delete(url, aws().receive(url, HIDDEN));
        }
    }

    private static void assertRefused(Runnable request) {
        assertThatThrownBy(request::run).isInstanceOf(SqsException.class);
    }

    private String send(String url, String group, String body) {
        return aws().sqs()
                .sendMessage(r ->
                        r.queueUrl(url)
                                .messageBody(body)
                                .messageGroupId(group)
                                .messageDeduplicationId(body))
                .messageId();
    }

    private void batch(String url, List<SendMessageBatchRequestEntry> entries) {
        aws().sqs().sendMessageBatch(r -> r.queueUrl(url).entries(entries));
    }

    private static List<SendMessageBatchRequestEntry> entries(int count, String body) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        SendMessageBatchRequestEntry.builder()
                                .id("entry-" + i)
                                .messageBody(body)
                                .messageGroupId("limits")
                                .messageDeduplicationId("limits-%d-%d".formatted(count, i))
                                .build())
                .toList();
    }

    /** Hides messages and returns the texts of those that could not be hidden. */
    private List<String> hide(String url, List<Message> messages, int seconds) {
        var entries =
                IntStream.range(0, messages.size())
                        .mapToObj(i ->
                                ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(Integer.toString(i))
                                        .receiptHandle(messages.get(i).receiptHandle())
                                        .visibilityTimeout(seconds)
                                        .build())
                        .toList();
        return aws()
                .sqs()
                .changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries))
                .failed()
                .stream()
                .map(failed -> messages.get(Integer.parseInt(failed.id())).body())
                .toList();
    }

    private void delete(String url, List<Message> messages) {
        messages.forEach(message ->
                aws().sqs()
                        .deleteMessage(
                                r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    }
}
