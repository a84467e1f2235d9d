package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The index of due work and the orders that it names. It lags moments behind the table. */
@ApplicationScoped
public class DueIndex {
    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;
    private final OrderStore store;

    DueIndex(DynamoDbClient dynamo, TableName name, TableReads reads, OrderStore store) {
        this.dynamo = dynamo;
        this.table = name.value();
        this.reads = reads;
        this.store = store;
    }

    /**
     * An order on the index.
     *
     * @param asked the index's sort key: moved forward each time that the order's messages are sent
     *     again
     * @param since the time since when something has been due without a break
     * @param events the names of those still to be delivered
     */
    public record Entry(LoadedOrder order, Instant asked, Instant since, Set<String> events) {}

    /** The orders of a shard whose time on the index is before then, earliest first. */
    public Stream<OrderId> before(String shard, Instant then) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .indexName(Table.DUE.name())
                                .keyConditionExpression(
                                        "%s = :shard AND %s < :then"
                                                .formatted(
                                                        Table.DUE.partitionKey(),
                                                        Table.DUE.sortKey()))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":shard",
                                                Items.text(shard),
                                                ":then",
                                                DueMarks.time(then))))
                .items()
                .stream()
                .map(Items::order);
    }

    /**
     * Reads these orders from the table itself. Those that have left the index or are unreadable
     * are left out.
     */
    public List<Entry> read(List<OrderId> orders, OneByOne oneByOne) {
        return reads
                .items(
                        orders.stream()
                                .map(order -> new ItemKey(Items.partition(order), Items.STATE))
                                .collect(Collectors.toSet()))
                .values()
                .stream()
                .flatMap(item ->
                        oneByOne.read(ItemKey.of(item), () -> entry(item)).stream()
                                .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Entry> entry(Map<String, AttributeValue> item) {
        return time(item, Table.DUE.sortKey())
                .map(asked ->
                        new Entry(
                                store.stored(Items.order(item), Map.of(Items.STATE, item)),
                                asked,
                                time(item, DueMarks.WAITING).orElse(asked),
                                events(item)));
    }

    private static Optional<Instant> time(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Instant.parse(value.s()));
    }

    private static Set<String> events(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(DueMarks.UNTOLD))
                .map(value -> Set.copyOf(value.ss()))
                .orElseGet(Set::of);
    }

    /**
     * Postpones the next repetition until the order has waited twice as long, so that messages for
     * work that can't be done are sent ever less often.
     *
     * @param after how long work is due before the sweep takes it
     */
    public void askLater(Entry entry, Instant now, Duration after) {
        var next = now.plus(Duration.between(entry.since(), now)).minus(after);
        update(
                entry,
                new ItemUpdate()
                        .set(Table.DUE.sortKey(), DueMarks.time(next))
                        .setUnlessThere(DueMarks.WAITING, DueMarks.time(entry.since()))
                        .with("asked", DueMarks.time(entry.asked())),
                "%s = :asked".formatted(Table.DUE.sortKey()));
    }

    /**
     * Removes an order that has no due work from the index.
     *
     * @return false if something became due meanwhile
     */
    public boolean takeOff(Entry entry) {
        return update(
                entry,
                DueMarks.leave(new ItemUpdate()).remove(DueMarks.TASKS),
                "attribute_not_exists(%s)".formatted(DueMarks.UNTOLD));
    }

    private boolean update(Entry entry, ItemUpdate update, String condition) {
        var state = entry.order().state();
        var values = new HashMap<>(update.values());
        values.put(":read", Items.number(state.version()));
        try {
            dynamo.updateItem(r ->
                    r.tableName(table)
                            .key(Items.key(state.id(), Items.STATE))
                            .updateExpression(update.expression())
                            .conditionExpression(
                                    "%s = :read AND %s".formatted(Items.VERSION, condition))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
