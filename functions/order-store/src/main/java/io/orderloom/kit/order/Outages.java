package io.orderloom.kit.order;

import io.orderloom.core.Message.DeliverEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Opens one exception for a subscriber's outage, and keeps the events that it missed. The event is
 * stored first: as long as one is kept, the exception was opened or occurred again after that.
 */
@ApplicationScoped
public class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final OrderStore store;
    private final UntoldEvents events;
    private final InstantSource clock;

    Outages(OrderStore store, DynamoDbClient dynamo, TableName name, InstantSource clock) {
        this.store = store;
        this.events = new UntoldEvents(dynamo, name.value());
        this.clock = clock;
    }

    /**
     * Keeps an event that a subscriber did not take in time.
     *
     * @param detail the failure of the last call
     */
    public void keep(DeliverEvent message, String detail) {
        var outage = new Outage(message.subscriber());
        var now = clock.instant();
        if (events.keep(message, now)) {
            store.openAsNews(outage.partition(), outage.exception(detail, now));
            LOG.errorf(
                    "order=%s: %s did not take %s in time; the event is kept and delivered when it answers: %s",
                    message.orderId(), message.subscriber(), message.event().type(), detail);
        }
    }

    /**
     * Records that a subscriber need not be notified of an event any more, which may be among the
     * kept ones.
     */
    public void told(DeliverEvent message) {
        try {
            events.told(message, clock.instant());
        } catch (SdkException unreachable) {
            LOG.warnf(
                    "order=%s: %s got %s, but that could not be recorded, so it gets it again: %s",
                    message.orderId(),
                    message.subscriber(),
                    message.event().type(),
                    unreachable.getMessage());
        }
    }
}
