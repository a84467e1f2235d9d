package io.orderloom.simulation.oracle;

import io.orderloom.core.OrderState;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order's items as they are in the table. Only this class of the audit knows their layout. */
record Partition(List<Map<String, AttributeValue>> items) {
    private static final String BODY = "d";

    /** In the state's item, the attribute with the newest log entry. */
    private static final String TAIL = "e";

    private static final String HASH = "h";
    private static final String VERSION = "v";

    static Partition of(SimulatedTable table, OrderId order) {
        return new Partition(table.partition("ORDER#" + order));
    }

    /** The partition of dead letters that name no order. */
    static Partition of(SimulatedTable table, Queue queue) {
        return new Partition(table.partition("QUEUE#" + queue.label()));
    }

    /** The partition of a subscriber that was away. */
    static Partition of(SimulatedTable table, String subscriber) {
        return new Partition(table.partition("SUBSCRIBER#" + subscriber));
    }

    /** The state with the hash that its log has to end with. */
    record State(OrderState state, SdkBytes written, SdkBytes hash) {}

    /** A log entry, as written and as read. */
    record Fact(long version, SdkBytes written, SdkBytes hash) {
        LogEntry entry() {
            return Json.read(written.asByteArray(), LogEntry.class);
        }
    }

    Optional<State> state() {
        return ofKind("STATE")
                .findFirst()
                .map(item -> {
                    var written = inflated(item);
                    return new State(
                            Json.read(written.asByteArray(), OrderState.class),
                            written,
                            get(item, HASH).b());
                });
    }

    /** The log, oldest entry first. */
    List<Fact> log() {
        return Stream.concat(
                        ofKind("FACT#").map(item -> fact(item, BODY)),
                        ofKind("STATE")
                                .filter(item -> item.containsKey(TAIL))
                                .map(item -> fact(item, TAIL)))
                .sorted(Comparator.comparingLong(Fact::version))
                .toList();
    }

    private static Fact fact(Map<String, AttributeValue> item, String entry) {
        return new Fact(
                Long.parseLong(get(item, VERSION).n()), inflated(item, entry), get(item, HASH).b());
    }

    /** The exceptions that a person still has to look at. */
    List<OrderException> open() {
        return ofKind("EXCEPTION#")
                .filter(item -> item.containsKey(Table.WORK.partitionKey()))
                .map(item -> Json.read(inflated(item).asByteArray(), OrderException.class))
                .toList();
    }

    /** The fingerprints of the closed exceptions, whether a person or the facts closed them. */
    Set<String> closed() {
        return ofKind("EXCEPTION#")
                .filter(item -> !item.containsKey(Table.WORK.partitionKey()))
                .filter(item -> !isLive(item))
                .map(item -> Json.read(inflated(item).asByteArray(), OrderException.class))
                .map(exception -> exception.fingerprint().text())
                .collect(Collectors.toSet());
    }

    private static boolean isLive(Map<String, AttributeValue> item) {
        var life = Json.read(inflated(item, "life").asByteArray(), ExceptionLife.class);
        return life instanceof ExceptionLife.Live;
    }

    /** The tasks on the work list, by their labels. */
    List<TaskKind> openTasks() {
        return ofKind("TASK#")
                .filter(item -> item.containsKey(Table.WORK.partitionKey()))
                .map(item -> get(item, Table.SORT_KEY).s().split("#", -1)[1])
                .map(Partition::task)
                .toList();
    }

    private static TaskKind task(String label) {
        return Stream.of(TaskKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no task " + label));
    }

    /** The number of events that are still to be delivered to the subscriber. */
    long untold() {
        return ofKind("UNTOLD#").filter(item -> !item.containsKey("told")).count();
    }

    /** The bodies of the dead letters, as they came. */
    List<String> letters() {
        return Stream.concat(ofKind("RAW#letter-"), ofKind("LETTER#"))
                .map(item -> get(item, Table.SORT_KEY).s())
                .filter(sort -> !sort.contains("#part"))
                .map(sort -> new String(Packing.inflate(whole(sort)), StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns whether a dead letter is about this delivery or event. */
    boolean hasLetterOf(String id) {
        return letters().stream().anyMatch(letter -> letter.contains(id));
    }

    /** A delivery's payload as it was kept, or empty if it was erased since. */
    Optional<byte[]> payload(String deliveryId) {
        var packed = whole("RAW#" + deliveryId);
        return packed.length == 0 ? Optional.empty() : Optional.of(gunzip(packed));
    }

    /** The body of an item and of its further parts. */
    private byte[] whole(String sort) {
        var whole = new ByteArrayOutputStream();
        ofKind(sort)
                .filter(item -> {
                    var key = get(item, Table.SORT_KEY).s();
                    return key.equals(sort) || key.startsWith(sort + "#part");
                })
                .filter(item -> item.containsKey(BODY))
                .sorted(Comparator.comparingInt(item -> get(item, Table.SORT_KEY).s().length()))
                .forEach(item -> whole.writeBytes(get(item, BODY).b().asByteArrayUnsafe()));
        return whole.toByteArray();
    }

    private static byte[] gunzip(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException cut) {
            // An incomplete payload is returned as it is, and the comparison then reports it.
            return packed;
        }
    }

    /**
     * Returns whether the partition has neither a document nor a task: it is empty, or holds only
     * the erasure of an unknown order.
     */
    boolean isNextToEmpty() {
        return ofKind("DOC#").findAny().isEmpty() && ofKind("TASK#").findAny().isEmpty();
    }

    /** The stored data of the buyer. */
    Optional<PersonalData> personalData() {
        return ofKind("PII")
                .findFirst()
                .map(item -> Json.read(inflated(item).asByteArray(), PersonalData.class));
    }

    private Stream<Map<String, AttributeValue>> ofKind(String prefix) {
        return items.stream().filter(item -> get(item, Table.SORT_KEY).s().startsWith(prefix));
    }

    private static AttributeValue get(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("an item has no " + name);
        }
        return value;
    }

    private static SdkBytes inflated(Map<String, AttributeValue> item) {
        return inflated(item, BODY);
    }

    private static SdkBytes inflated(Map<String, AttributeValue> item, String name) {
        return SdkBytes.fromByteArray(Packing.inflate(get(item, name).b().asByteArray()));
    }
}
