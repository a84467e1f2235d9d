package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import io.orderloom.task.Task;
import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads all that is stored of one order, for people; functions read only what they need. */
public final class OrderStories {
    private static final String TASK = "TASK#";
    private static final String EXCEPTION = "EXCEPTION#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final OrderStore store;

    public OrderStories(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.store = OrderStore.plain(dynamo, table);
    }

    /** The order's story; empty if nothing was ever said of it. */
    public Optional<OrderStory> find(OrderId order) {
        var items = new HashMap<String, Map<String, AttributeValue>>();
        partition(order).forEach(item -> items.put(Items.sort(item), item));
        if (!items.containsKey(Items.STATE)) {
            return Optional.empty();
        }
        var tasks = new HashMap<String, Task>();
        var exceptions = new ArrayList<ExceptionRecord>();
        items.forEach((sort, item) -> {
            if (sort.startsWith(TASK)) {
                tasks.put(sort.substring(TASK.length()), store.body(item, Task.class));
            } else if (sort.startsWith(EXCEPTION)) {
                exceptions.add(ExceptionItems.read(item));
            }
        });
        return Optional.of(
                new OrderStory(
                        store.stored(order, items).state(),
                        store.log(order),
                        tasks,
                        exceptions,
                        (int)
                                items.keySet().stream()
                                        .filter(s -> s.startsWith(Items.RAW))
                                        .count()));
    }

    private Iterable<Map<String, AttributeValue>> partition(OrderId order) {
        return dynamo.queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                .expressionAttributeValues(
                                        Map.of(":order", Items.text(Items.partition(order)))))
                .items();
    }
}
