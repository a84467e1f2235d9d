package io.orderloom.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Queue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Rules that SQS documents and the emulator lacks: the emulator counts characters instead of bytes,
 * and measures each message alone.
 */
class StricterThanEmulatorsTest {
    private final Simulated aws = new Simulated();

    @Test
    void a_message_is_measured_in_the_bytes_of_its_text() {
        var url = aws.url(Queue.INBOUND);

        assertThatThrownBy(() ->
                        aws.sqs()
                                .sendMessage(r -> r.queueUrl(url).messageBody("ü".repeat(600_000))))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void a_batch_has_a_mebibyte_at_most() {
        var url = aws.url(Queue.STATUS);
        var entries =
                IntStream.range(0, 2)
                        .mapToObj(i ->
                                SendMessageBatchRequestEntry.builder()
                                        .id("entry-" + i)
                                        .messageBody("x".repeat(600_000))
                                        .messageGroupId("large")
                                        .messageDeduplicationId("large-" + i)
                                        .build())
                        .toList();

        assertThatThrownBy(() -> aws.sqs().sendMessageBatch(r -> r.queueUrl(url).entries(entries)))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void a_batch_has_a_message_at_least() {
        var url = aws.url(Queue.STATUS);

        assertThatThrownBy(
                        () -> aws.sqs().sendMessageBatch(r -> r.queueUrl(url).entries(List.of())))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void a_batch_has_no_id_twice() {
        var url = aws.url(Queue.INBOUND);
        var entry = SendMessageBatchRequestEntry.builder().id("same").messageBody("x").build();

        assertThatThrownBy(() ->
                        aws.sqs().sendMessageBatch(r -> r.queueUrl(url).entries(entry, entry)))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void a_message_is_hidden_for_twelve_hours_at_most() {
        var url = aws.url(Queue.INBOUND);
        aws.sqs().sendMessage(r -> r.queueUrl(url).messageBody("late"));
        var receipt = aws.receive(url, 60).getFirst().receiptHandle();

        assertThatThrownBy(() ->
                        aws.sqs()
                                .changeMessageVisibility(r ->
                                        r.queueUrl(url)
                                                .receiptHandle(receipt)
                                                .visibilityTimeout(43_201)))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void deleting_again_does_no_harm() {
        var url = aws.url(Queue.INBOUND);
        aws.sqs().sendMessage(r -> r.queueUrl(url).messageBody("gone"));
        var receipt = aws.receive(url, 60).getFirst().receiptHandle();

        aws.sqs().deleteMessage(r -> r.queueUrl(url).receiptHandle(receipt));
        aws.sqs().deleteMessage(r -> r.queueUrl(url).receiptHandle(receipt));

        assertThat(aws.receive(url, 60)).isEmpty();
    }
}
