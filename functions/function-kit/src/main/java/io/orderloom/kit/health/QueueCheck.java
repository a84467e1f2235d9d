package io.orderloom.kit.health;

import io.orderloom.kit.config.Queues;
import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.topology.Function;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether the queues that the function sends to exist. */
@Readiness
@ApplicationScoped
class QueueCheck implements HealthCheck {
    private final SqsClient sqs;
    private final Queues queues;
    private final Function function;

    QueueCheck(SqsClient sqs, Queues queues, CommonSettings settings) {
        this.sqs = sqs;
        this.queues = queues;
        this.function = settings.function();
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("queues").up();
        for (var queue : function.sends()) {
            try {
                sqs.getQueueAttributes(r ->
                        r.queueUrl(queues.url(queue)).attributeNames(QueueAttributeName.QUEUE_ARN));
                response.withData(queue.label(), "reached");
            } catch (SdkException unreachable) {
                response.down().withData(queue.label(), String.valueOf(unreachable.getMessage()));
            }
        }
        return response.build();
    }
}
