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

/** The index of what is due, and the orders that it names. It trails the table by moments. */
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
     * @param asked the index's own time, which moves on whenever the order is asked about
     * @param since something is due without a break
     * @param events names of those that are still to be told
     */
    public record Entry(LoadedOrder order, Instant asked, Instant since, Set<String> events) {}

    /** The orders of a shard of which something is due since before then, oldest first. */
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

    /** What the table itself says of these, without what has left the index or is unreadable. */
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
     * Has an order asked about again when it has waited for twice as long, so that what can't be
     * helped is asked about ever less often.
     *
     * @param after what the sweep takes for too long
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
     * Takes off an order of which nothing is due.
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
