package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the states of all orders, for people: no index lists orders by time, and a function never
 * needs one. It holds one page in memory.
 */
public final class OrderScan {
    private final DynamoDbClient dynamo;
    private final String table;
    private final OrderStore store;

    public OrderScan(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.store = OrderStore.plain(dynamo, table);
    }

    /** An order that the scan came to. */
    public sealed interface Found {
        /**
         * @param changedAt when its newest fact happened, as the fact's source states
         */
        record Read(OrderState state, Instant changedAt) implements Found {}

        /** A newer version wrote it, or somebody changed it by hand. */
        record Unread(OrderId order, String why) implements Found {}
    }

    /**
     * Passes each wanted order to {@code each}, in no order of time.
     *
     * @param wanted decides by the id alone, so that other orders' states are not unpacked
     * @param looked gets the number of items that were looked at so far, after each page
     */
    public void all(Predicate<OrderId> wanted, Consumer<Found> each, LongConsumer looked) {
        long items = 0;
        for (var page :
                dynamo.scanPaginator(r ->
                        r.tableName(table)
                                // A scan may miss an order that changes meanwhile in any case.
                                .consistentRead(false)
                                .filterExpression("#sort = :state")
                                .expressionAttributeNames(Map.of("#sort", Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(":state", Items.text(Items.STATE))))) {
            page.items().stream()
                    .filter(item -> Items.isOfLog(item))
                    .filter(item -> wanted.test(Items.order(item)))
                    .map(this::found)
                    .forEach(each);
            items += page.scannedCount();
            looked.accept(items);
        }
    }

    private Found found(Map<String, AttributeValue> item) {
        var order = Items.order(item);
        try {
            var state = store.stored(order, Map.of(Items.STATE, item)).state();
            return new Found.Read(state, changedAt(state, item));
        } catch (SdkException away) {
            throw away;
        } catch (RuntimeException unreadable) {
            // The error's message is left out, because it may repeat the item's content.
            return new Found.Unread(order, unreadable.getClass().getSimpleName());
        }
    }

    /** A state that is too large for its newest entry tells the time of its revision instead. */
    private static Instant changedAt(OrderState state, Map<String, AttributeValue> item) {
        return LogTail.of(item)
                .map(entry -> Items.logEntry(entry).changeSet().occurredAt())
                .orElseGet(() ->
                        switch (state) {
                            case Placed placed -> placed.head().at();
                            case Awaited awaited ->
                                    awaited.waiting().stream()
                                            .map(fact -> fact.provenance().occurredAt())
                                            .max(Comparator.naturalOrder())
                                            .orElse(Instant.EPOCH);
                        });
    }
}
