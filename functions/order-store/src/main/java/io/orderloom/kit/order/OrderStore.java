package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.OrderState;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes orders in the table: their states, their logs, their open exceptions. */
@ApplicationScoped
public class OrderStore {
    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;
    private final Commits commits;
    private final ExceptionCounter raised;
    private final ExceptionStore exceptions;

    @Inject
    OrderStore(DynamoDbClient dynamo, TableName name, TableReads reads, ExceptionCounter raised) {
        this(dynamo, name.value(), reads, raised);
    }

    private OrderStore(
            DynamoDbClient dynamo, String table, TableReads reads, ExceptionCounter raised) {
        this.dynamo = dynamo;
        this.reads = reads;
        this.commits = new Commits(dynamo, table);
        this.raised = raised;
        this.table = table;
        this.exceptions = new ExceptionStore(dynamo, table);
    }

    /** For use outside of functions, where nothing is measured. */
    static OrderStore plain(DynamoDbClient dynamo, String table) {
        return new OrderStore(dynamo, table, new TableReads(dynamo, table), _ -> {});
    }

    /** Reads the state of an order, with the fact's log entry if it was ingested before. */
    LoadedOrder find(OrderId order, FactKey fact) {
        return lookedFor(stored(order, read(order, List.of(Items.STATE))), fact);
    }

    /**
     * Adds a fact's log entry to an order if it was ingested before. It is looked up after the
     * state was read and not with it: an entry that has left the state's item by then has an item
     * of its own. A log of one entry that is in the state's item has nothing to look up.
     */
    LoadedOrder lookedFor(LoadedOrder known, FactKey fact) {
        long version = known.state().version();
        if (version == 0) {
            return known;
        }
        var sort = Items.fact(fact);
        var tail = known.tail().filter(item -> Items.sort(item).equals(sort));
        boolean all = version == 1 && known.tail().isPresent();
        var entry =
                tail.isPresent() || all
                        ? tail
                        : Optional.ofNullable(read(known.state().id(), List.of(sort)).get(sort));
        return known.with(entry.map(item -> Items.logEntry(item)));
    }

    public LoadedOrder stored(OrderId order, Map<String, Map<String, AttributeValue>> items) {
        return Optional.ofNullable(items.get(Items.STATE))
                .map(item ->
                        new LoadedOrder(
                                state(order, item),
                                Items.attribute(item, Items.HASH).b(),
                                LogTail.of(item),
                                LogTail.preceding(item),
                                DueMarks.untold(item),
                                Optional.empty()))
                .orElseGet(() -> unheardOf(order));
    }

    /** A state of an older schema version is rebuilt from its log, whose entries are converted. */
    private OrderState state(OrderId order, Map<String, AttributeValue> item) {
        return Items.schema(item) == OrderState.SCHEMA
                ? Items.body(item, OrderState.class)
                : LogEntry.replay(order, log(order, item));
    }

    static LoadedOrder unheardOf(OrderId order) {
        return new LoadedOrder(
                OrderState.unheardOf(order),
                HashChain.NOTHING,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The entries of all facts that the order has ingested, oldest first. */
    public List<LogEntry> log(OrderId order) {
        var state = read(order, List.of(Items.STATE)).get(Items.STATE);
        return state == null ? List.of() : log(order, state);
    }

    /** The log that led to a state, without entries that were added since the state was read. */
    private List<LogEntry> log(OrderId order, Map<String, AttributeValue> state) {
        long version = Items.version(state);
        var entries = new TreeMap<Long, LogEntry>();
        Stream.concat(LogTail.of(state).stream(), entries(order))
                .filter(entry -> Items.version(entry) <= version)
                .forEach(entry -> entries.put(Items.version(entry), Items.logEntry(entry)));
        return List.copyOf(entries.values());
    }

    private Stream<Map<String, AttributeValue>> entries(OrderId order) {
        return dynamo
                .queryPaginator(r ->
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
                                                Items.text("FACT#"))))
                .items()
                .stream();
    }

    /**
     * An item's body, whether it is in one item or several.
     *
     * @throws IllegalStateException if a part of it is not written yet
     */
    <T> T body(Map<String, AttributeValue> item, Class<T> type) {
        var others = LargeItems.others(item);
        return others.isEmpty()
                ? Items.body(item, type)
                : Json.read(
                        Items.unpacked(LargeItems.whole(item, reads.items(Set.copyOf(others)))),
                        type);
    }

    /** Reads the order's items with these sort keys consistently; missing ones are left out. */
    public Map<String, Map<String, AttributeValue>> read(OrderId order, List<String> sortKeys) {
        var keys =
                sortKeys.stream()
                        .map(sort -> new ItemKey(Items.partition(order), sort))
                        .collect(Collectors.toSet());
        return reads.items(keys).entrySet().stream()
                .collect(Collectors.toMap(item -> item.getKey().sort(), Map.Entry::getValue));
    }

    /** Commits a change set, unless the entry before it was changed by hand. */
    Appended append(LoadedOrder before, Fact fact, ChangeSet changeSet) {
        return before.tail()
                .flatMap(tail -> tampered(before, tail))
                .orElseGet(() -> commits.append(before, fact, changeSet));
    }

    private static Optional<Appended> tampered(
            LoadedOrder before, Map<String, AttributeValue> tail) {
        return EntryCheck.broken(before.state().id(), tail, before.preceding())
                .<Appended>map(
                        what -> new Appended.Tampered(Items.sort(tail), Items.version(tail), what));
    }

    /** Resolves an exception whose cause is settled. */
    void resolve(OrderId order, String fingerprint, AuditEntry deed) {
        exceptions.settle(Items.partition(order), fingerprint, deed);
    }

    /** Opens an exception of an order, or finds it open. */
    ExceptionStore.Met open(OrderId order, OrderException exception) {
        return open(Items.partition(order), exception);
    }

    /**
     * Opens an exception in a partition, or finds it: the same fingerprint is the same exception,
     * and its age counts from the first occurrence.
     */
    public ExceptionStore.Met open(String partition, OrderException exception) {
        return counted(exception, exceptions.meet(partition, exception, exception.raisedAt()));
    }

    /** Opens an exception of an order, with an occurrence that comes after every other one. */
    ExceptionStore.Met openAnew(OrderId order, OrderException exception) {
        return counted(exception, exceptions.recordOccurrence(Items.partition(order), exception));
    }

    /** Opens an exception that is news whatever was done about it before. */
    void openAsNews(String partition, OrderException exception) {
        counted(exception, exceptions.meetAsNews(partition, exception));
    }

    private ExceptionStore.Met counted(OrderException exception, ExceptionStore.Met met) {
        if (met.opened() && exception.counts()) {
            raised.raised(exception.type().name().toLowerCase(Locale.ROOT));
        }
        return met;
    }
}
