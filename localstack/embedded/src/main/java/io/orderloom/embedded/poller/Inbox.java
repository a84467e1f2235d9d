package io.orderloom.embedded.poller;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue from its consumer's side. */
public final class Inbox {
    /** Shorter than the 20 s that SQS allows, because stopping waits for it. */
    private static final Duration LONG_POLL = Duration.ofSeconds(2);

    private final SqsClient sqs;
    private final String url;

    public Inbox(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    /** Waits for messages for one long poll. */
    public List<Message> receive(int most) {
        return sqs.receiveMessage(r ->
                        r.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .waitTimeSeconds((int) LONG_POLL.toSeconds())
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                .messages();
    }

    public void delete(List<Message> done) {
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(
                    r -> r.queueUrl(url).entries(done.stream().map(Inbox::deletion).toList()));
        }
    }

    void showAfter(List<Message> batch, Duration delay) {
        sqs.changeMessageVisibilityBatch(r ->
                r.queueUrl(url).entries(batch.stream().map(m -> visibility(m, delay)).toList()));
    }

    private static DeleteMessageBatchRequestEntry deletion(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    private static ChangeMessageVisibilityBatchRequestEntry visibility(
            Message message, Duration delay) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout((int) delay.toSeconds())
                .build();
    }
}
