package io.orderloom.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue and its dead-letter queue. */
record OrderQueue(Queue main, Queue deadLetters) {
    /** SQS uses a data key for this long, so that the key's requests cost next to nothing. */
    private static final Duration DATA_KEY = Duration.hours(1);

    static OrderQueue of(
            Construct scope, Stage stage, IKey key, io.orderloom.topology.Queue queue) {
        var deadLetters =
                common(scope, key, queue, queue.label() + "-dlq")
                        .queueName(stage.named(queue.deadLetterName()))
                        .visibilityTimeout(seconds(queue.deadLetterVisibilityTimeout()))
                        .removalPolicy(stage.removal())
                        .build();
        var main =
                common(scope, key, queue, queue.label())
                        .queueName(stage.named(queue.queueName()))
                        .removalPolicy(stage.removal())
                        .visibilityTimeout(seconds(queue.visibilityTimeout()))
                        .deadLetterQueue(
                                DeadLetterQueue.builder()
                                        .queue(deadLetters)
                                        .maxReceiveCount(queue.maxReceiveCount())
                                        .build())
                        .build();
        return new OrderQueue(main, deadLetters);
    }

    private static Queue.Builder common(
            Construct scope, IKey key, io.orderloom.topology.Queue queue, String id) {
        var builder =
                encrypted(Queue.Builder.create(scope, id), key, queue)
                        .enforceSsl(true)
                        .retentionPeriod(seconds(queue.retention()));
        return switch (queue.ordering()) {
            case STANDARD -> builder;
            // Groups are orders: many and small, so throughput is limited for each group.
            case FIFO ->
                    builder.fifo(true)
                            .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                            .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID);
        };
    }

    private static Queue.Builder encrypted(
            Queue.Builder builder, IKey key, io.orderloom.topology.Queue queue) {
        return queue.personalData()
                ? builder.encryption(QueueEncryption.KMS)
                        .encryptionMasterKey(key)
                        .dataKeyReuse(DATA_KEY)
                : builder.encryption(QueueEncryption.SQS_MANAGED);
    }

    private static Duration seconds(java.time.Duration duration) {
        return Duration.seconds(duration.toSeconds());
    }
}
