package io.orderloom.kit.queue;

import io.orderloom.kit.config.Queues;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Hides messages in their queue for as long as they have to wait. */
@ApplicationScoped
class Visibility {
    private static final Logger LOG = Logger.getLogger(Visibility.class);

    /**
     * SQS counts its limit of 12 hours from when the message was delivered (Amazon SQS Developer
     * Guide, "Visibility timeout"), and refuses a longer time-out. A message that has to wait
     * longer comes back and waits again.
     */
    static final Duration LONGEST = Duration.ofHours(12).minusMinutes(5);

    private final SqsClient sqs;
    private final Queues queues;

    Visibility(SqsClient sqs, Queues queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    record Hidden(QueueRecord record, Duration delay) {
        /** Rounded up, so that no message comes back too early. */
        int seconds() {
            return (int) Math.clamp(delay.plusMillis(999).toSeconds(), 0, LONGEST.toSeconds());
        }
    }

    /**
     * Hides messages of one batch with one request. A message that can't be hidden comes back by
     * itself after the queue's own time-out.
     */
    void hide(Queue source, List<Hidden> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>();
        for (var hidden : messages) {
            entries.add(entry(Integer.toString(entries.size()), hidden));
        }
        try {
            sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queues.url(source)).entries(entries))
                    .failed()
                    .forEach(failed ->
                            LOG.warnf(
                                    "the wait of message %s could not be set, so it comes back when its visibility timeout ends: %s",
                                    messages.get(Integer.parseInt(failed.id()))
                                            .record()
                                            .messageId(),
                                    failed.message()));
        } catch (SdkException tooLate) {
            LOG.warnf(
                    "the waits of %d messages could not be set, so they come back when their visibility timeouts end: %s",
                    messages.size(), tooLate.getMessage());
        }
    }

    private static ChangeMessageVisibilityBatchRequestEntry entry(String id, Hidden hidden) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(hidden.record().receiptHandle())
                .visibilityTimeout(hidden.seconds())
                .build();
    }
}
