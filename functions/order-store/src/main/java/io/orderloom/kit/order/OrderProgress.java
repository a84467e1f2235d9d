package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.order.OrderId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads how far an order has come from the attributes beside its state. */
public final class OrderProgress {

    /** The stages, in their order. */
    public enum Stage {
        /** The order is not in the table. */
        UNKNOWN,
        /** The order's first fact is committed. */
        KNOWN,
        /** In addition, no task is due, and all events so far are delivered or given up. */
        TOLD
    }

    private final DynamoDbClient client;
    private final String table;

    public OrderProgress(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    public Stage of(OrderId order) {
        var state = item(order, Items.STATE);
        if (state.isEmpty()) {
            return Stage.UNKNOWN;
        }
        return DueMarks.untold(state) || state.containsKey(DueMarks.TASKS)
                ? Stage.KNOWN
                : Stage.TOLD;
    }

    /**
     * Whether the order is to be posted to the ERP at all; a test order is held back, unless its
     * channel posts those.
     */
    public boolean posted(OrderId order) {
        return Items.body(item(order, Items.STATE), OrderState.class)
                        instanceof OrderState.Placed placed
                && placed.booked();
    }

    /**
     * How many subscribers a test order's last event was for; empty for other orders, or if there
     * was no event yet.
     */
    public Optional<Integer> asked(OrderId order) {
        return Optional.ofNullable(item(order, Items.STATE).get(DueMarks.ASKED))
                .map(asked -> Integer.valueOf(asked.n()));
    }

    private Map<String, AttributeValue> item(OrderId order, String sort) {
        return client.getItem(
                        r -> r.tableName(table).key(Items.key(order, sort)).consistentRead(true))
                .item();
    }
}
