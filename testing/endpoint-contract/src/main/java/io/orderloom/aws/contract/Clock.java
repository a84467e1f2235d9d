package io.orderloom.aws.contract;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A scheduler, and a queue to which its schedules may send messages.
 *
 * @param prefix of the schedules' names
 * @param role that the scheduler assumes to send there
 */
public record Clock(
        SchedulerClient scheduler,
        SqsClient sqs,
        String prefix,
        String queueUrl,
        String queueArn,
        String role)
        implements AutoCloseable {

    @Override
    public void close() {
        scheduler
                .listSchedules(r -> r.namePrefix(prefix))
                .schedules()
                .forEach(one -> scheduler.deleteSchedule(r -> r.name(one.name())));
        sqs.deleteQueue(r -> r.queueUrl(queueUrl));
        scheduler.close();
        sqs.close();
    }
}
