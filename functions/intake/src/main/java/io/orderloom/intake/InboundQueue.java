package io.orderloom.intake;

import io.orderloom.kit.config.Queues;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that intake puts accepted webhooks into. */
@ApplicationScoped
class InboundQueue {
    private static final Logger LOG = Logger.getLogger(InboundQueue.class);

    /**
     * The largest SQS message (Amazon SQS Developer Guide, "Message quotas"), with room to spare.
     */
    private static final int LARGEST = 1_040_000;

    private final SqsClient sqs;
    private final Queues queues;

    InboundQueue(SqsClient sqs, Queues queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    enum Sent {
        TAKEN,
        TOO_LARGE,
        UNREACHABLE
    }

    Sent send(InboundMessage message, MessageContext trail) {
        var body = Json.text(message);
        if (body.length() > LARGEST) {
            return Sent.TOO_LARGE;
        }
        try {
            sqs.sendMessage(r ->
                    r.queueUrl(queues.url(Queue.INBOUND))
                            .messageBody(body)
                            .messageAttributes(trail.attributes())
                            .messageSystemAttributes(trail.systemAttributes()));
            return Sent.TAKEN;
        } catch (SdkException unreachable) {
            LOG.errorf(
                    "queue %s can't be reached, so the webhook is not taken in: %s",
                    Queue.INBOUND.queueName(), unreachable.getMessage());
            return Sent.UNREACHABLE;
        }
    }
}
