package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

@TestInstance(Lifecycle.PER_CLASS)
abstract class QueueContract {
    private static final int HIDDEN = 60;
    private final List<Stack> opened = new ArrayList<>();

    abstract Stack open();

    @BeforeAll
    void provision() {
        opened.add(open());
    }

    @AfterAll
    void close() {
        opened.forEach(Stack::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_has_the_limits_that_the_topology_states(Queue queue) {
        var attributes =
                stack().sqs()
                        .getQueueAttributes(r ->
                                r.queueUrl(stack().url(queue))
                                        .attributeNames(QueueAttributeName.ALL))
                        .attributes();

        assertThat(attributes)
                .containsEntry(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(queue.visibilityTimeout().toSeconds()));
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains(queue.deadLetterName(), Integer.toString(queue.maxReceiveCount()));
    }

    @Test
    void provisioning_again_changes_nothing() {
        assertThat(stack().provision().all()).isEqualTo(stack().provisioned());
    }

    @Test
    void a_message_that_is_never_deleted_ends_in_the_dead_letter_queue() {
        var url = stack().url(Queue.INBOUND);
        stack().sqs().sendMessage(r -> r.queueUrl(url).messageBody("poison"));

        for (int i = 0; i < Queue.INBOUND.maxReceiveCount(); i++) {
            assertThat(stack().receive(url, 0)).extracting(Message::body).contains("poison");
        }

        assertThat(stack().receive(url, 0)).isEmpty();
        assertThat(stack().receive(stack().deadLetterUrl(Queue.INBOUND), HIDDEN))
                .extracting(Message::body)
                .containsExactly("poison");
    }

    @Test
    void the_messages_of_an_order_come_in_order_and_keep_no_other_order_waiting() {
        send("order-a", "a1");
        var url = stack().url(Queue.ERP);
        var first = stack().receive(url, HIDDEN);
        send("order-a", "a2");
        send("order-b", "b1");

        var second = stack().receive(url, HIDDEN);
        stack().sqs()
                .deleteMessage(
                        r -> r.queueUrl(url).receiptHandle(first.getFirst().receiptHandle()));
        var third = stack().receive(url, HIDDEN);

        assertThat(first).extracting(Message::body).containsExactly("a1");
        assertThat(second).extracting(Message::body).containsExactly("b1");
        assertThat(third).extracting(Message::body).containsExactly("a2");
    }

    @Test
    void messages_are_hidden_together_for_almost_twelve_hours_and_keep_their_order() {
        var url = stack().url(Queue.COMPENSATION);
        for (var body : List.of("h1", "h2")) {
            stack().sqs()
                    .sendMessage(r ->
                            r.queueUrl(url)
                                    .messageBody(body)
                                    .messageGroupId("order-h")
                                    .messageDeduplicationId(body));
        }
        var received = stack().receive(url, HIDDEN);

        assertThat(hide(url, received, Duration.ofHours(12).minusMinutes(5))).isEmpty();
        assertThat(stack().receive(url, HIDDEN)).isEmpty();
        assertThat(hide(url, received, Duration.ZERO)).isEmpty();

        assertThat(stack().receive(url, HIDDEN))
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
        return stack().sqs()
                .changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries))
                .failed();
    }

    @Test
    void a_message_may_be_as_large_as_intake_and_outbox_make_it() {
        var url = stack().url(Queue.INBOUND);
        var body = "x".repeat(900_000);

        stack().sqs().sendMessage(r -> r.queueUrl(url).messageBody(body));
        var received = stack().receive(url, HIDDEN);
        received.forEach(message ->
                stack().sqs()
                        .deleteMessage(
                                r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));

        assertThat(received).extracting(Message::body).containsExactly(body);
    }

    @Test
    void a_full_batch_is_taken_at_once() {
        var url = stack().url(Queue.STATUS);
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

        var answer = stack().sqs().sendMessageBatch(r -> r.queueUrl(url).entries(entries));

        assertThat(answer.failed()).isEmpty();
        assertThat(answer.successful()).hasSize(10);
    }

    @Test
    void a_message_that_is_put_off_comes_back_then_and_its_handing_out_is_counted() {
        var url = stack().url(Queue.COMPENSATION);
        stack().sqs()
                .sendMessage(r ->
                        r.queueUrl(url)
                                .messageBody("undo")
                                .messageGroupId("order-c")
                                .messageDeduplicationId("undo"));
        var first = stack().receive(url, HIDDEN).getFirst();

        var hidden = stack().receive(url, HIDDEN);
        stack().sqs()
                .changeMessageVisibility(r ->
                        r.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0));
        var second = stack().receive(url, HIDDEN);

        assertThat(hidden).isEmpty();
        assertThat(second).extracting(Message::body).containsExactly("undo");
        assertThat(second.getFirst().attributesAsStrings())
                .containsEntry("ApproximateReceiveCount", "2")
                .containsEntry("MessageGroupId", "order-c");
    }

    private void send(String group, String body) {
        stack().sqs()
                .sendMessage(r ->
                        r.queueUrl(stack().url(Queue.ERP))
                                .messageBody(body)
                                .messageGroupId(group)
                                .messageDeduplicationId(body));
    }

    private Stack stack() {
        return opened.getFirst();
    }
}
