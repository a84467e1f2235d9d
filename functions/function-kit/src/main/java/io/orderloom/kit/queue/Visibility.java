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

/** Hides messages for as long as they have to wait: the queue does the waiting. */
@ApplicationScoped
class Visibility {
    private static final Logger LOG = Logger.getLogger(Visibility.class);

    /**
     * SQS counts its 12 hours from when the message was handed out (Amazon SQS Developer Guide,
     * "Visibility timeout"), and refuses what goes beyond. What has to wait longer comes back and
     * waits again.
     */
    static final Duration LONGEST = Duration.ofHours(12).minusMinutes(5);

    private final SqsClient sqs;
    private final Queues queues;

    Visibility(SqsClient sqs, Queues queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    record Hidden(QueueRecord record, Duration delay) {
        /** Rounded up, so that nothing comes back before its time. */
        int seconds() {
            return (int) Math.clamp(delay.plusMillis(999).toSeconds(), 0, LONGEST.toSeconds());
        }
    }

    /** Messages of one batch, in one request; what can't be hidden comes back by itself. */
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
                                    "message %s comes back by itself: %s",
                                    messages.get(Integer.parseInt(failed.id()))
                                            .record()
                                            .messageId(),
                                    failed.message()));
        } catch (SdkException tooLate) {
            LOG.warnf(
                    "%d messages come back by themselves: %s",
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
