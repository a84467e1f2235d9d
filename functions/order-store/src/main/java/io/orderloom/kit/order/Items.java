package io.orderloom.kit.order;

import io.orderloom.fact.FactKey;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.json.NewerVersion;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and attributes of the table's items. Bodies are compressed JSON, since bytes are billed. */
public final class Items {
    public static final String STATE = "STATE";
    static final String PERSONAL_DATA = "PII";
    static final String RAW = "RAW#";
    static final String VERSION = "v";

    /** Schema version of the body; absent on items from before there was a second one. */
    static final String SCHEMA = "s";

    public static final String BODY = "d";
    static final String HASH = "h";

    /** The index partition of open exceptions on the work list. */
    static final String OPEN_EXCEPTION = "EXCEPTION#open";

    private static final String ORDER = "ORDER#";
    static final String FACT = "FACT#";
    private static final String EXCEPTION = "EXCEPTION#";

    /**
     * The longest sort key (Amazon DynamoDB Developer Guide, "Constraints"), with room to spare.
     */
    private static final int LONGEST_SORT_KEY = 1000;

    private Items() {}

    static Map<String, AttributeValue> key(String partition, String sort) {
        var key = new HashMap<String, AttributeValue>();
        key.put(Table.PARTITION_KEY, text(partition));
        key.put(Table.SORT_KEY, text(sort));
        return key;
    }

    static Map<String, AttributeValue> key(OrderId order, String sort) {
        return key(partition(order), sort);
    }

    public static String partition(OrderId order) {
        return ORDER + order;
    }

    /** The beginning of the partition keys of an instance's orders. */
    static String partitionsOf(String channelInstance) {
        return ORDER + channelInstance + ":";
    }

    /** The order in whose partition an item is. */
    static OrderId order(Map<String, AttributeValue> item) {
        return OrderId.parse(attribute(item, Table.PARTITION_KEY).s().substring(ORDER.length()));
    }

    /**
     * @param document the document's name in the order's state
     */
    static String document(String document) {
        return "DOC#" + document;
    }

    /** A key that would be too long keeps its beginning, and a hash stands for the rest. */
    static String exception(String fingerprint) {
        var whole = utf8(EXCEPTION + fingerprint);
        if (whole.length <= LONGEST_SORT_KEY) {
            return EXCEPTION + fingerprint;
        }
        var hash = HexFormat.of().formatHex(Hashes.sha256(whole));
        return EXCEPTION + fingerprint.substring(0, LONGEST_SORT_KEY / 4) + "#" + hash;
    }

    /** The partition for exceptions that concern no known order. */
    public static String queue(Queue queue) {
        return "QUEUE#" + queue.label();
    }

    static boolean isOfOrder(String partition) {
        return partition.startsWith(ORDER);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String task(TaskKind kind) {
        return "TASK#" + kind.label() + "#1";
    }

    /** The index partition of troubled tasks of a kind on the work list. */
    static String work(TaskKind kind) {
        return "TASK#" + kind.label();
    }

    static String fact(FactKey key) {
        return FACT + key;
    }

    /** Whether it is an entry of an order's log under its own key. */
    static boolean isEntry(Map<String, AttributeValue> item) {
        return sort(item).startsWith(FACT);
    }

    /** Whether it is an order's state or an entry of its log. */
    static boolean isOfLog(Map<String, AttributeValue> item) {
        return isOfOrder(attribute(item, Table.PARTITION_KEY).s())
                && (isEntry(item) || sort(item).equals(STATE));
    }

    static String sort(Map<String, AttributeValue> item) {
        return attribute(item, Table.SORT_KEY).s();
    }

    /**
     * @throws IllegalStateException if the item has no such attribute, and so is none of
     *     Orderloom's
     */
    static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("the item has no attribute " + name);
        }
        return value;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue binary(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }

    public static AttributeValue body(Object value) {
        return binary(Packing.deflate(Json.bytes(value)));
    }

    /**
     * @throws NewerVersion if a newer version packed it
     */
    static byte[] unpacked(byte[] packed) {
        try {
            return Packing.inflate(packed);
        } catch (Packing.UnknownDictionary unknown) {
            throw new NewerVersion("an item's body is " + unknown.getMessage(), unknown);
        }
    }

    static int schema(Map<String, AttributeValue> item) {
        var schema = item.get(SCHEMA);
        return schema == null ? 1 : Integer.parseInt(schema.n());
    }

    /** The version of the state that an item holds, or that a log entry led to. */
    static long version(Map<String, AttributeValue> item) {
        return Long.parseLong(attribute(item, VERSION).n());
    }

    public static LogEntry logEntry(Map<String, AttributeValue> item) {
        return Json.readLogEntry(unpacked(attribute(item, BODY).b().asByteArray()), LogEntry.class);
    }

    public static <T> T body(Map<String, AttributeValue> item, Class<T> type) {
        return body(item, BODY, type);
    }

    public static <T> T body(Map<String, AttributeValue> item, String attribute, Class<T> type) {
        return Json.read(unpacked(attribute(item, attribute).b().asByteArray()), type);
    }
}
