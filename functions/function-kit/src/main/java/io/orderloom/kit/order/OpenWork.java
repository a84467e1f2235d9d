package io.orderloom.kit.order;

import io.orderloom.core.OrderException;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.kit.config.TableName;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The work list: what is open in the table, and since when. It trails the table by moments. */
@ApplicationScoped
public class OpenWork {
    private final OrderStore store;
    private final DynamoDbClient dynamo;
    private final String table;
    private final ExceptionStore exceptions;

    OpenWork(OrderStore store, DynamoDbClient dynamo, TableName name) {
        this.store = store;
        this.dynamo = dynamo;
        this.table = name.value();
        this.exceptions = new ExceptionStore(dynamo, table);
    }

    /** All open exceptions. */
    public List<OrderException> exceptions() {
        return exceptions.open().stream().map(kept -> kept.value().what()).toList();
    }

    /** What is owed to the buyers whose refund was tried and has not succeeded yet. */
    public List<Amount> refunds() {
        return listed(Items.work(TaskKind.REFUND))
                .map(item -> Items.order(item))
                .flatMap(this::owed)
                .toList();
    }

    private Stream<Amount> owed(OrderId order) {
        return store.stored(order, store.read(order, List.of(Items.STATE))).state()
                        instanceof Placed placed
                ? Stream.of(placed.refundable())
                : Stream.empty();
    }

    private Stream<Map<String, AttributeValue>> listed(String kind) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .indexName(Table.WORK.name())
                                .keyConditionExpression(Table.WORK.partitionKey() + " = :kind")
                                .expressionAttributeValues(Map.of(":kind", Items.text(kind))))
                .items()
                .stream();
    }
}
