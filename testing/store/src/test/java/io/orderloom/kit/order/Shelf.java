package io.orderloom.kit.order;

import io.orderloom.desk.Emulators;
import io.orderloom.kit.deadletter.DeadLetterKeeper;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.maintenance.deadletter.DeadLetterHandler;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The store's own classes on the emulators' table, or on the simulation's. */
public final class Shelf {
    /** True to test that the simulation behaves as the emulators do. */
    private static final boolean SIMULATED = Boolean.getBoolean("orderloom.simulated");

    private static final SimulatedTable TABLE = new SimulatedTable();

    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    public final DynamoDbClient dynamo =
            SIMULATED
                    ? new TableClient(TABLE, Boundaries.STEADY, () -> TableTrouble.NONE)
                    : Emulators.shared().dynamo();
    public final TableReads reads = new TableReads(dynamo, Table.NAME);
    final OrderStore store = OrderStore.plain(dynamo, Table.NAME);
    public final Orders orders = new Orders(store);
    public final ExceptionStore exceptions = new ExceptionStore(dynamo, Table.NAME);
    public final DeadLetterStore letters = new DeadLetterStore(dynamo, Table.NAME);
    public final UntoldEvents untold = new UntoldEvents(dynamo, Table.NAME);
    final TableWrites writes = new TableWrites(dynamo, DefaultTable.name(), new GroupThreads());
    final Payloads payloads = new Payloads(dynamo, DefaultTable.SETTINGS, reads, writes);
    public final Deliveries deliveries = new Deliveries(orders, payloads);
    final Tasks tasks = new Tasks(store, dynamo, DefaultTable.name());

    final DueIndex due = new DueIndex(dynamo, DefaultTable.name(), reads, store);
    final Tellings tellings = new Tellings(dynamo, DefaultTable.name(), (InstantSource) () -> NOW);

    public LastFailures failures(Instant now) {
        return new LastFailures(dynamo, DefaultTable.name(), (InstantSource) () -> now);
    }

    public DeadLetterHandler deadLetters(Instant now) {
        return new DeadLetterHandler(
                store,
                reads,
                new DeadLetterKeeper(dynamo, DefaultTable.SETTINGS, (InstantSource) () -> now));
    }

    WorkSweep workSweep(InstantSource clock) {
        return workSweep(dynamo, clock);
    }

    static WorkSweep workSweep(DynamoDbClient client, InstantSource clock) {
        var table = DefaultTable.name();
        var reads = new TableReads(client, Table.NAME);
        var store = OrderStore.plain(client, Table.NAME);
        var states = new States(store, reads);
        var tasks = new Tasks(store, client, table);
        return new WorkSweep(
                new WorkList(client, table),
                new WorkCursor(client, table, reads),
                new ExceptionSweep(states, client, table, clock),
                new TaskSweep(states, tasks),
                tasks,
                clock);
    }

    /** Stores an outage of a subscriber with so many undelivered events of an order. */
    public ExceptionRecord away(String subscriber, int events) {
        var outage = new Outage(subscriber);
        for (int sequence = 1; sequence <= events; sequence++) {
            untold.keep(SampleEvents.owed(subscriber, sequence), NOW);
        }
        store.openAsNews(outage.partition(), outage.exception("answered 503", NOW));
        return exceptions
                .find(outage.partition(), "subscriber|%s|outage".formatted(subscriber))
                .orElseThrow();
    }

    static OpenWork openWork(DynamoDbClient client, InstantSource clock) {
        var table = DefaultTable.name();
        var store = OrderStore.plain(client, Table.NAME);
        return new OpenWork(
                new WorkList(client, table),
                new States(store, new TableReads(client, Table.NAME)),
                new Tasks(store, client, table),
                clock);
    }

    boolean listed(OrderId order, TaskKind kind) {
        return list(Items.work(kind)).anyMatch(item -> Items.order(item).equals(order));
    }

    private Stream<Map<String, AttributeValue>> list(String kind) {
        return Stream.iterate(
                        new WorkList(dynamo, DefaultTable.name()).parts(kind, Optional.empty()),
                        Iterator::hasNext,
                        parts -> parts)
                .flatMap(parts -> parts.next().stream());
    }

    List<String> sortKeysOfExceptions(String partition) {
        return items(partition).stream()
                .map(item -> Items.sort(item))
                .filter(sort -> sort.startsWith("EXCEPTION#"))
                .toList();
    }

    public List<String> letterSortKeys(ExceptionRecord kept) {
        return items(kept.partition()).stream()
                .map(item -> Items.sort(item))
                .filter(sort -> sort.contains("letter") || sort.contains("LETTER"))
                .filter(sort -> !sort.startsWith("EXCEPTION#"))
                .toList();
    }

    /** All items of one order. */
    List<Map<String, AttributeValue>> items(OrderId order) {
        return items(Items.partition(order));
    }

    private List<Map<String, AttributeValue>> items(String partition) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(Table.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                .expressionAttributeValues(Map.of(":order", Items.text(partition))))
                .items()
                .stream()
                .toList();
    }

    /** The order's log as it is stored, oldest entry first. */
    List<HashChain.Link> links(OrderId order) {
        return items(order).stream()
                .flatMap(item ->
                        Items.sort(item).equals(Items.STATE)
                                ? LogTail.of(item).stream()
                                : Stream.of(item))
                .filter(item -> Items.sort(item).startsWith("FACT#"))
                .sorted(Comparator.comparingLong(item -> Items.version(item)))
                .map(Shelf::link)
                .toList();
    }

    private static HashChain.Link link(Map<String, AttributeValue> item) {
        var packed = Items.attribute(item, Items.BODY).b().asByteArray();
        return new HashChain.Link(
                SdkBytes.fromByteArray(Items.unpacked(packed)),
                Items.attribute(item, Items.HASH).b());
    }

    List<String> sortKeys(OrderId order) {
        return items(order).stream().map(item -> Items.sort(item)).toList();
    }
}
