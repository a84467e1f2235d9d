package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks through the logs of all orders; no more is at hand than one page and one order. */
public final class LogVerification {
    /** An order that is written meanwhile looks torn; one that looks so each time is. */
    private static final int LOOKS = 3;

    private final DynamoDbClient dynamo;
    private final String table;

    public LogVerification(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Hands over each order that has a log or a state. */
    public void all(Consumer<CheckedLog> each) {
        var open = new ArrayList<Map<String, AttributeValue>>();
        // A partition's items come together, though perhaps on two pages.
        dynamo.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
                .filter(item -> Items.isOfLog(item))
                .forEach(item -> {
                    if (!open.isEmpty() && !partition(open.getFirst()).equals(partition(item))) {
                        each.accept(checked(open));
                        open.clear();
                    }
                    open.add(item);
                });
        if (!open.isEmpty()) {
            each.accept(checked(open));
        }
    }

    private CheckedLog checked(List<Map<String, AttributeValue>> items) {
        var order = Items.order(items.getFirst());
        var checked = LogCheck.of(order, items);
        for (int look = 0; look < LOOKS && !checked.tampered().isEmpty(); look++) {
            checked = LogCheck.of(order, items(order));
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
