package io.orderloom.kit.order;

import io.orderloom.core.OrderException;
import io.orderloom.exception.AtRisk;
import io.orderloom.kit.config.TableName;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The work list: what is open in the table, and since when. It trails the table by moments. */
@ApplicationScoped
public class OpenWork {
    private final OrderStore store;
    private final Tasks tasks;
    private final ExceptionStore exceptions;

    OpenWork(OrderStore store, Tasks tasks, DynamoDbClient dynamo, TableName name) {
        this.store = store;
        this.tasks = tasks;
        this.exceptions = new ExceptionStore(dynamo, name.value());
    }

    /** All open exceptions. */
    public List<OrderException> exceptions() {
        return exceptions.open().stream().map(kept -> kept.value().what()).toList();
    }

    /** What is owed to the buyers whose refund was tried and has not succeeded yet. */
    public List<Amount> refunds() {
        return tasks.listed(TaskKind.REFUND).map(Tasks.Listed::order).flatMap(this::owed).toList();
    }

    private Stream<Amount> owed(OrderId order) {
        var state = store.stored(order, store.read(order, List.of(Items.STATE))).state();
        return AtRisk.of(state, TaskKind.REFUND).stream();
    }
}
