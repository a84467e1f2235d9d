package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.core.OrderTerms;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Reads and changes the tasks of orders in the table; each change is fenced by the task's token.
 */
@ApplicationScoped
public class Tasks {
    private static final String TOKEN = "token";

    private final OrderStore store;
    private final DynamoDbClient dynamo;
    private final String table;

    Tasks(OrderStore store, DynamoDbClient dynamo, TableName name) {
        this.store = store;
        this.dynamo = dynamo;
        this.table = name.value();
    }

    public TaskContext find(OrderId order, TaskKind kind) {
        var first = Items.document(OrderTerms.FIRST_DOCUMENT);
        var items =
                store.read(
                        order, List.of(Items.STATE, Items.task(kind), first, Items.PERSONAL_DATA));
        var stored = store.stored(order, items);
        return new TaskContext(
                stored,
                kind,
                body(items, Items.task(kind), Task.class).orElseGet(Task.Untried::new),
                document(stored.state(), items),
                body(items, first, Order.class),
                body(items, Items.PERSONAL_DATA, PersonalData.class));
    }

    /** The document of the current revision; only an edited order pays for a second read. */
    private Optional<Order> document(
            OrderState state, Map<String, Map<String, AttributeValue>> items) {
        var name =
                state instanceof OrderState.Placed placed
                        ? placed.document()
                        : OrderTerms.FIRST_DOCUMENT;
        var sort = Items.document(name);
        return body(
                name.equals(OrderTerms.FIRST_DOCUMENT)
                        ? items
                        : store.read(state.id(), List.of(sort)),
                sort,
                Order.class);
    }

    private <T> Optional<T> body(
            Map<String, Map<String, AttributeValue>> items, String sort, Class<T> type) {
        return Optional.ofNullable(items.get(sort)).map(item -> store.body(item, type));
    }

    /**
     * Replaces a task.
     *
     * @return false if another process has changed it meanwhile
     */
    public boolean save(OrderId order, TaskKind kind, Task before, Task after) {
        var item = item(order, kind, after);
        workSince(after)
                .ifPresent(since -> {
                    item.put(Table.WORK.partitionKey(), Items.text(Items.work(kind)));
                    item.put(Table.WORK.sortKey(), Items.text(since));
                });
        return put(item, before);
    }

    /**
     * Keeps a task but removes it from the work list. It costs nothing if it is not on it.
     *
     * @return false if it was not on the list, or another process has changed it meanwhile
     */
    public boolean takeOffWorkList(OrderId order, TaskKind kind, Task task) {
        return workSince(task).isPresent() && put(item(order, kind, task), task);
    }

    /**
     * Replaces a task with one that is on no work list.
     *
     * @return false if another process has changed it meanwhile
     */
    public boolean leave(OrderId order, TaskKind kind, Task before, Task after) {
        return put(item(order, kind, after), before);
    }

    /** A task on the work list. */
    record Listed(OrderId order, TaskKind kind, Task task) {}

    /** A task as read from an item of the work list. */
    Listed listed(TaskKind kind, Map<String, AttributeValue> item) {
        return new Listed(Items.order(item), kind, store.body(item, Task.class));
    }

    private static Map<String, AttributeValue> item(OrderId order, TaskKind kind, Task task) {
        var item = Items.key(order, Items.task(kind));
        item.put(TOKEN, Items.number(task.token()));
        item.put(Items.BODY, Items.body(task));
        return item;
    }

    private boolean put(Map<String, AttributeValue> item, Task before) {
        try {
            dynamo.putItem(r -> {
                r.tableName(table).item(item);
                if (before.token() == 0) {
                    r.conditionExpression(
                            "attribute_not_exists(%s)".formatted(Table.PARTITION_KEY));
                } else {
                    r.conditionExpression("#token = :before")
                            .expressionAttributeNames(Map.of("#token", TOKEN))
                            .expressionAttributeValues(
                                    Map.of(":before", Items.number(before.token())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /**
     * Only troubled tasks are on the work list, so that an order without trouble never pays for it.
     */
    private static Optional<String> workSince(Task task) {
        return switch (task) {
            case Task.InDoubt doubt -> Optional.of(doubt.settlesAt().toString());
            case Task.Postponed postponed -> Optional.of(postponed.notBefore().toString());
            case Task.Claimed _, Task.Untried _ -> Optional.empty();
        };
    }
}
