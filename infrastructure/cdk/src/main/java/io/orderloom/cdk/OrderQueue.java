package io.orderloom.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue and the one its messages go to when nothing helps. */
final class OrderQueue {
    private OrderQueue() {}

    static Queue of(Construct scope, Stage stage, io.orderloom.topology.Queue queue) {
        var deadLetter =
                common(scope, queue, queue.label() + "-dlq")
                        .queueName(stage.named(queue.deadLetterName()))
                        .build();
        return common(scope, queue, queue.label())
                .queueName(stage.named(queue.queueName()))
                .visibilityTimeout(seconds(queue.visibilityTimeout()))
                .deadLetterQueue(
                        DeadLetterQueue.builder()
                                .queue(deadLetter)
                                .maxReceiveCount(queue.maxReceiveCount())
                                .build())
                .build();
    }

    private static Queue.Builder common(
            Construct scope, io.orderloom.topology.Queue queue, String id) {
        var builder =
                Queue.Builder.create(scope, id)
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .retentionPeriod(seconds(queue.retention()));
        return switch (queue.ordering()) {
            case STANDARD -> builder;
            // Groups are orders: many and small, so throughput is counted for each.
            case FIFO ->
                    builder.fifo(true)
                            .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                            .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID);
        };
    }

    private static Duration seconds(java.time.Duration duration) {
        return Duration.seconds(duration.toSeconds());
    }
}
