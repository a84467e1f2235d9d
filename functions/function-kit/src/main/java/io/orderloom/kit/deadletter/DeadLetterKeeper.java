package io.orderloom.kit.deadletter;

import io.orderloom.exception.OrderException;
import io.orderloom.kit.order.DeadLetter;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.StoreSettings;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Keeps a message that was given up, either by its queue or by its handler, beside the exception
 * about it, so that it can be sent once more. The message is written first, so that an exception
 * always has its message.
 */
@ApplicationScoped
public class DeadLetterKeeper {
    private final DeadLetterStore letters;
    private final InstantSource clock;
    private final Duration keepRaw;

    public DeadLetterKeeper(DynamoDbClient dynamo, StoreSettings settings, InstantSource clock) {
        this.letters = new DeadLetterStore(dynamo, settings.table());
        this.clock = clock;
        this.keepRaw = settings.keepRaw();
    }

    /**
     * Keeps a message that its queue gave up; of one that was erased only its id is kept.
     *
     * @return when this message was first kept
     */
    public Instant keepUnlessErased(
            Queue source, QueueRecord record, String partition, String fingerprint) {
        return letters.keepUnlessErased(
                partition, fingerprint, letter(source, record), clock.instant(), keepRaw);
    }

    /**
     * Keeps a message that its handler gave up.
     *
     * @return the exception as raised when this message was first kept
     */
    public OrderException keep(
            Queue source, QueueRecord record, OrderId order, OrderException exception) {
        return exception.raised(
                letters.keep(
                        Items.partition(order),
                        exception.fingerprint().text(),
                        letter(source, record),
                        exception.raisedAt(),
                        keepRaw));
    }

    /** Keeps a webhook in the same way; one that was erased stays erased. */
    public OrderException keepWebhook(
            QueueRecord record, OrderId delivery, OrderException exception) {
        return exception.raised(
                letters.keepUnlessErased(
                        Items.partition(delivery),
                        exception.fingerprint().text(),
                        letter(Queue.INBOUND, record),
                        exception.raisedAt(),
                        keepRaw));
    }

    private static DeadLetter letter(Queue source, QueueRecord record) {
        return new DeadLetter(
                source.label(),
                record.messageId(),
                record.body(),
                record.carried(),
                Optional.ofNullable(record.attributes().get("MessageGroupId")));
    }
}
