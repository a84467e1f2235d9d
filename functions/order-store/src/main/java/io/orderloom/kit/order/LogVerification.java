package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Checks the logs of all orders. It holds no more than one page and one order in memory. */
public final class LogVerification {
    /** An order that is written during the check looks damaged; one that looks so each time is. */
    private static final int LOOKS = 3;

    private final DynamoDbClient dynamo;
    private final String table;

    public LogVerification(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * An item of the table.
     *
     * @param partition its partition key
     * @param sort its sort key
     */
    public record Place(String partition, String sort) {}

    /** Passes each order that has a log or a state to {@code each}. */
    public void all(Consumer<CheckedLog> each) {
        from(
                Optional.empty(),
                log -> {
                    each.accept(log);
                    return true;
                });
    }

    /**
     * Passes each order that has a log or a state to {@code more}, in the table's own order, until
     * that returns false.
     *
     * @param after the last order that was checked before; empty to begin with the first
     * @param more checks an order and returns whether to go on
     * @return the place after which to continue another time; empty if there are no more
     */
    public Optional<Place> from(Optional<Place> after, Predicate<CheckedLog> more) {
        var open = new ArrayList<Map<String, AttributeValue>>();
        // A partition's items come together, though perhaps on two pages.
        for (var item : scanned(after)) {
            if (!Items.isOfLog(item)) {
                continue;
            }
            if (!open.isEmpty() && !partition(open.getFirst()).equals(partition(item))) {
                if (!more.test(checked(open))) {
                    return Optional.of(
                            new Place(partition(open.getLast()), Items.sort(open.getLast())));
                }
                open.clear();
            }
            open.add(item);
        }
        if (!open.isEmpty()) {
            var _ = more.test(checked(open));
        }
        return Optional.empty();
    }

    private Iterable<Map<String, AttributeValue>> scanned(Optional<Place> after) {
        var scan =
                ScanRequest.builder()
                        .tableName(table)
                        // Orders that look changed are read again, with consistent reads.
                        .consistentRead(false)
                        .filterExpression("#sort = :state or begins_with(#sort, :entry)")
                        .expressionAttributeNames(Map.of("#sort", Table.SORT_KEY))
                        .expressionAttributeValues(
                                Map.of(
                                        ":state", Items.text(Items.STATE),
                                        ":entry", Items.text(Items.FACT)));
        after.ifPresent(
                place -> scan.exclusiveStartKey(Items.key(place.partition(), place.sort())));
        return dynamo.scanPaginator(scan.build()).items();
    }

    private CheckedLog checked(List<Map<String, AttributeValue>> items) {
        var order = Items.order(items.getFirst());
        var checked = OrderLogCheck.of(order, items);
        for (int look = 0; look < LOOKS && !checked.tampered().isEmpty(); look++) {
            checked = OrderLogCheck.of(order, items(order));
        }
        return checked;
    }

    private List<Map<String, AttributeValue>> items(OrderId order) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                .expressionAttributeValues(
                                        Map.of(":order", Items.text(Items.partition(order)))))
                .items()
                .stream()
                .filter(item -> Items.isOfLog(item))
                .toList();
    }

    private static String partition(Map<String, AttributeValue> item) {
        return Items.attribute(item, Table.PARTITION_KEY).s();
    }
}
