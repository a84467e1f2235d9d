package io.orderloom.container;

import io.orderloom.aws.contract.Clock;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes schedules under names of this run's own, and a queue for them. */
final class Clocks {
    /** Emulators do not check what a role may do. */
    private static final String ROLE = "arn:aws:iam::000000000000:role/scheduler";

    private Clocks() {}

    static Clock onEndpointOrSkip() {
        var endpoint = Stack.endpointOrSkip("schedule");
        var sqs = endpoint.sqsClient();
        var prefix = "contract-%d-%x-".formatted(ProcessHandle.current().pid(), System.nanoTime());
        var url = sqs.createQueue(r -> r.queueName(prefix + "clock")).queueUrl();
        var arn =
                sqs.getQueueAttributes(
                                r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        return new Clock(
                Endpoint.client(SchedulerClient.builder(), endpoint.sqs()),
                sqs,
                prefix,
                url,
                arn,
                ROLE);
    }
}
