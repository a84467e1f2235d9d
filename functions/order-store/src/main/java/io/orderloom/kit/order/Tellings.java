package io.orderloom.kit.order;

import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Records which events were delivered. When nothing of an order is due any more, the same write
 * removes it from the index. If a record is lost, the event is delivered once more, with the same
 * id.
 */
@ApplicationScoped
public class Tellings {
    private static final Logger LOG = Logger.getLogger(Tellings.class);

    /** The condition that the order is on the index although nothing of it is due. */
    private static final String SETTLED =
            "attribute_exists(%s) AND attribute_not_exists(%s) AND attribute_not_exists(%s)"
                    .formatted(Table.DUE.partitionKey(), DueMarks.UNTOLD, DueMarks.TASKS);

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    Tellings(DynamoDbClient dynamo, TableName name, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = name.value();
        this.clock = clock;
    }

    /**
     * Records that an event was offered to every subscriber that is to be notified of it.
     *
     * @param unreached those for which a message of their own is on its way
     */
    public void told(LifecycleEvent event, List<String> unreached) {
        recorded(
                event,
                () -> {
                    if (!unreached.isEmpty()) {
                        owe(event, unreached);
                    }
                    settle(event, DueMarks.name(event));
                });
    }

    /**
     * Records that one subscriber was notified at last, or that its event is kept with an
     * exception.
     */
    public void told(LifecycleEvent event, String subscriber) {
        recorded(event, () -> settle(event, DueMarks.name(event, subscriber)));
    }

    /** An event that came from no commit is not recorded in an order's state. */
    private static void recorded(LifecycleEvent event, Runnable record) {
        if (event.sequence() == 0) {
            return;
        }
        try {
            record.run();
        } catch (SdkException unreachable) {
            LOG.warnf(
                    "order=%s: the delivery of %s could not be recorded, so it may be delivered again: %s",
                    event.orderId(), event.type(), unreachable.getMessage());
        }
    }

    /**
     * Records how many subscribers an event is for. For a test order this shows whether any
     * subscriber wants its events.
     */
    public void owed(LifecycleEvent event, int subscribers) {
        if (event.mark().isPresent()) {
            recorded(
                    event,
                    () -> {
                        var _ =
                                update(
                                        event.orderId(),
                                        new ItemUpdate()
                                                .set(DueMarks.ASKED, Items.number(subscribers)),
                                        "attribute_exists(%s)".formatted(Table.PARTITION_KEY));
                    });
        }
    }

    private void owe(LifecycleEvent event, List<String> subscribers) {
        var update =
                new ItemUpdate()
                        .add(
                                DueMarks.UNTOLD,
                                subscribers.stream()
                                        .map(subscriber -> DueMarks.name(event, subscriber))
                                        .toList());
        DueMarks.enter(update, event.orderId(), clock.instant());
        var _ =
                update(
                        event.orderId(),
                        update,
                        "attribute_exists(%s)".formatted(Table.PARTITION_KEY));
    }

    private void settle(LifecycleEvent event, String name) {
        var order = event.orderId();
        if (!DueWork.usuallyFollowed(event.type()) && left(order, name)) {
            return;
        }
        var after =
                update(
                        order,
                        new ItemUpdate().delete(DueMarks.UNTOLD, List.of(name)),
                        "attribute_exists(%s)".formatted(DueMarks.UNTOLD));
        boolean last =
                after.filter(item ->
                                item.containsKey(Table.DUE.partitionKey())
                                        && !item.containsKey(DueMarks.UNTOLD)
                                        && !item.containsKey(DueMarks.TASKS))
                        .isPresent();
        if (last) {
            var _ = update(order, DueMarks.leave(new ItemUpdate()), SETTLED);
        }
    }

    /** Whether this was the only due work, so that the order has left the index. */
    private boolean left(OrderId order, String name) {
        return update(
                        order,
                        DueMarks.leave(new ItemUpdate())
                                .remove(DueMarks.UNTOLD)
                                .with("only", AttributeValue.fromSs(List.of(name))),
                        "%s = :only AND attribute_not_exists(%s)"
                                .formatted(DueMarks.UNTOLD, DueMarks.TASKS))
                .isPresent();
    }

    /**
     * @return the item after the update; empty if the condition does not hold
     */
    private Optional<Map<String, AttributeValue>> update(
            OrderId order, ItemUpdate update, String condition) {
        var values = update.values();
        try {
            return Optional.of(
                    dynamo.updateItem(
                                    r -> {
                                        r.tableName(table)
                                                .key(Items.key(order, Items.STATE))
                                                .updateExpression(update.expression())
                                                .conditionExpression(condition)
                                                .returnValues(ReturnValue.ALL_NEW);
                                        if (!values.isEmpty()) {
                                            r.expressionAttributeValues(values);
                                        }
                                    })
                            .attributes());
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }
}
