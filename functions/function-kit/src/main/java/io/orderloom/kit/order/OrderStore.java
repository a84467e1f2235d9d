package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.kit.config.TableName;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Orders in the table: their states, their logs, their open exceptions. */
@ApplicationScoped
class OrderStore {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final SdkBytes NO_HASH = SdkBytes.fromByteArray(new byte[0]);

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;
    private final Metrics metrics;

    OrderStore(DynamoDbClient dynamo, TableName name, TableReads reads, Metrics metrics) {
        this.dynamo = dynamo;
        this.reads = reads;
        this.metrics = metrics;
        this.table = name.value();
    }

    /** The state of an order and, if it was absorbed before, what the fact did. */
    Stored find(OrderId order, FactKey fact) {
        var items = read(order, List.of(Items.STATE, Items.fact(fact)));
        var known = stored(order, items);
        return new Stored(
                known.state(),
                known.hash(),
                Optional.ofNullable(items.get(Items.fact(fact))).map(item -> Items.logEntry(item)));
    }

    Stored stored(OrderId order, Map<String, Map<String, AttributeValue>> items) {
        return Optional.ofNullable(items.get(Items.STATE))
                .map(item ->
                        new Stored(
                                state(order, item),
                                Items.attribute(item, Items.HASH).b(),
                                Optional.empty()))
                .orElseGet(() -> unheardOf(order));
    }

    /** A state of an older schema is not read: its log, which is brought up, gives it anew. */
    private OrderState state(OrderId order, Map<String, AttributeValue> item) {
        return Items.schema(item) == OrderState.SCHEMA
                ? Items.body(item, OrderState.class)
                : LogEntry.replay(order, log(order));
    }

    static Stored unheardOf(OrderId order) {
        return new Stored(OrderState.unheardOf(order), NO_HASH, Optional.empty());
    }

    /** All that the order absorbed, oldest first. */
    List<LogEntry> log(OrderId order) {
        var pages =
                dynamo.queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "%s = :order and begins_with(%s, :fact)"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":order",
                                                Items.text(Items.partition(order)),
                                                ":fact",
                                                Items.text("FACT#"))));
        return pages.items().stream()
                .map(item -> Items.logEntry(item))
                .sorted(Comparator.comparingLong(entry -> entry.changeSet().version()))
                .toList();
    }

    /** The order's items of these sort keys, read consistently; absent ones are absent. */
    Map<String, Map<String, AttributeValue>> read(OrderId order, List<String> sortKeys) {
        var keys =
                sortKeys.stream()
                        .map(sort -> new ItemKey(Items.partition(order), sort))
                        .collect(Collectors.toSet());
        return reads.items(keys).entrySet().stream()
                .collect(Collectors.toMap(item -> item.getKey().sort(), Map.Entry::getValue));
    }

    /**
     * Commits a change-set: the new state, if nobody was faster, and the fact with what it changed,
     * if it is new.
     */
    Appended append(Stored before, Fact fact, ChangeSet changeSet) {
        var after = OrderCore.evolve(before.state(), changeSet);
        var entry = Json.bytes(LogEntry.of(fact, changeSet));
        var hash = HashChain.next(before.hash(), SdkBytes.fromByteArrayUnsafe(entry));

        var state = Items.key(after.id(), Items.STATE);
        state.put(Items.VERSION, Items.number(after.version()));
        state.put(Items.SCHEMA, Items.number(after.schema()));
        state.put(Items.HASH, AttributeValue.fromB(hash));
        state.put(Items.BODY, Items.body(after));

        var log = Items.key(after.id(), Items.fact(changeSet.factKey()));
        log.put(Items.VERSION, Items.number(after.version()));
        log.put(Items.HASH, AttributeValue.fromB(hash));
        log.put(Items.BODY, Items.binary(Items.deflate(entry)));

        try {
            dynamo.transactWriteItems(
                    r -> r.transactItems(putState(state, before.state().version()), putNew(log)));
            return new Appended.Committed();
        } catch (TransactionCanceledException cancelled) {
            return appended(cancelled);
        }
    }

    private static Appended appended(TransactionCanceledException cancelled) {
        CancellationReason fact = cancelled.cancellationReasons().get(1);
        if (CONDITION_FAILED.equals(fact.code())) {
            return new Appended.KnownAlready(Items.logEntry(fact.item()));
        }
        boolean raced =
                cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .anyMatch(
                                c -> c.equals(CONDITION_FAILED) || c.equals("TransactionConflict"));
        if (raced) {
            return new Appended.Overtaken();
        }
        throw cancelled;
    }

    private TransactWriteItem putState(Map<String, AttributeValue> item, long versionBefore) {
        var put = Put.builder().tableName(table).item(item);
        return versionBefore == 0
                ? transact(
                        put.conditionExpression(
                                "attribute_not_exists(" + Table.PARTITION_KEY + ")"))
                : transact(
                        put.conditionExpression(Items.VERSION + " = :before")
                                .expressionAttributeValues(
                                        Map.of(":before", Items.number(versionBefore))));
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return transact(
                Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(" + Table.PARTITION_KEY + ")")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static TransactWriteItem transact(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /**
     * Takes an exception off the work list: what it was about is settled. Where it was not opened
     * yet, since whoever raised it died, this keeps it from being opened later.
     */
    void resolve(OrderId order, String fingerprint) {
        dynamo.updateItem(r ->
                r.tableName(table)
                        .key(Items.key(order, "EXCEPTION#" + fingerprint))
                        .updateExpression("SET #state = :resolved REMOVE #work, #since")
                        .expressionAttributeNames(
                                Map.of(
                                        "#state", "state",
                                        "#work", Table.WORK.partitionKey(),
                                        "#since", Table.WORK.sortKey()))
                        .expressionAttributeValues(Map.of(":resolved", Items.text("resolved"))));
    }

    /** Opens an exception of an order, or finds it open. */
    void open(OrderId order, OrderException exception) {
        open(Items.partition(order), exception);
    }

    /**
     * Opens an exception in a partition, or finds it open: the same fingerprint is the same
     * exception, whose age counts from the first.
     */
    void open(String partition, OrderException exception) {
        var item = Items.key(partition, "EXCEPTION#" + exception.fingerprint());
        item.put(Table.WORK.partitionKey(), Items.text(Items.OPEN_EXCEPTION));
        item.put(Table.WORK.sortKey(), Items.text(exception.type() + "#" + exception.raisedAt()));
        item.put(Items.BODY, Items.body(exception));
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(item)
                            .conditionExpression(
                                    "attribute_not_exists(" + Table.PARTITION_KEY + ")"));
            var type = exception.type().name().toLowerCase(Locale.ROOT);
            metrics.add(Metric.EXCEPTIONS_RAISED, type, 1);
        } catch (ConditionalCheckFailedException _) {
            // It is open, or was and has been dealt with.
        }
    }
}
