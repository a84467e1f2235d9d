package io.orderloom.kit.order;

import io.orderloom.core.OrderTerms;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Stores data beside an order's state: the payload as received, the canonical document, the buyer's
 * personal data. Document and personal data are written after the fact was committed and before
 * messages are sent, so that a contradicting repetition can't replace the document that the state
 * is about.
 */
@ApplicationScoped
public class Payloads {
    private static final Logger LOG = Logger.getLogger(Payloads.class);
    static final String SHA_256 = "sha256";
    static final String HEADERS = "headers";
    private static final Set<String> KEPT_OF_ERASED =
            Set.of(Table.PARTITION_KEY, Table.SORT_KEY, Table.TIME_TO_LIVE);

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;
    private final TableWrites writes;
    private final Duration keepRaw;

    Payloads(DynamoDbClient dynamo, StoreSettings settings, TableReads reads, TableWrites writes) {
        this.dynamo = dynamo;
        this.table = settings.table();
        this.reads = reads;
        this.writes = writes;
        this.keepRaw = settings.keepRaw();
    }

    /** A payload that is about one order, hashed and laid out once however often it is put. */
    final class RawPayload {
        private final OrderId order;
        private final List<Map<String, AttributeValue>> items;

        private RawPayload(OrderId order, InboundMessage message) {
            this.order = order;
            this.items = LargeItems.of(item(order, message));
        }

        /** Keeps the payload alone. */
        void keep() {
            writes.put(items);
        }

        /** Keeps the payload of a newly placed order with its document and personal data. */
        void keep(Order document, PersonalData personalData) {
            writes.put(
                    Stream.of(items, placed(document, personalData))
                            .flatMap(List::stream)
                            .toList());
        }

        /** The tombstone is looked for after the payload was put, or an erasure could miss it. */
        void keepUnlessErased() {
            keep();
            if (Erasure.isErased(order, reads)) {
                empty();
            }
        }

        /** Empties the payload of an order that turned out to be erased: no function may delete. */
        void empty() {
            writes.put(items.stream().map(Payloads::emptied).toList());
            LOG.infof("order=%s is erased, so its payload is not kept", order);
        }
    }

    RawPayload raw(OrderId order, InboundMessage message) {
        return new RawPayload(order, message);
    }

    /** Keeps the document of a newly placed order and its personal data. */
    void keepPlaced(Order document, PersonalData personalData) {
        writes.put(placed(document, personalData));
    }

    private static List<Map<String, AttributeValue>> placed(
            Order document, PersonalData personalData) {
        var items = new ArrayList<>(LargeItems.of(document(OrderTerms.FIRST_DOCUMENT, document)));
        items.add(personalData(document.id(), personalData));
        return List.copyOf(items);
    }

    /** Keeps the document of an order whose personal data was erased before it came. */
    void keepWithoutPersonalData(Order document) {
        writes.put(LargeItems.of(document(OrderTerms.FIRST_DOCUMENT, document)));
    }

    /** Keeps both for an order that was received again; those that exist, or were erased, stay. */
    void keepMissing(Order document, PersonalData personalData) {
        putIfAbsent(document(OrderTerms.FIRST_DOCUMENT, document));
        putIfAbsent(personalData(document.id(), personalData));
    }

    /** Keeps the document of an edit's revision. */
    void keepEdited(Order document) {
        putIfAbsent(document(OrderTerms.documentOf(document), document));
    }

    /** The keys of all payloads of a partition, including dead letters and further parts. */
    static List<ItemKey> keys(DynamoDbClient dynamo, String table, String partition) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "%s = :order and begins_with(%s, :raw)"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .projectionExpression(Table.PARTITION_KEY + ", " + Table.SORT_KEY)
                                .expressionAttributeValues(
                                        Map.of(
                                                ":order",
                                                Items.text(partition),
                                                ":raw",
                                                Items.text(Items.RAW))))
                .items()
                .stream()
                .map(ItemKey::of)
                .toList();
    }

    private static Map<String, AttributeValue> emptied(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(of -> KEPT_OF_ERASED.contains(of.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, AttributeValue> item(OrderId order, InboundMessage message) {
        var item = Items.key(order, Items.RAW + name(order, message));
        item.put(Items.BODY, Items.binary(message.packed()));
        item.put(SHA_256, Items.binary(Hashes.sha256(message.received().bytes())));
        item.put(HEADERS, Items.body(message.headers()));
        item.put(
                Table.TIME_TO_LIVE,
                Items.number(message.receivedAt().plus(keepRaw).getEpochSecond()));
        return item;
    }

    /** Two systems may give the same id to what they send about one order. */
    private static String name(OrderId order, InboundMessage message) {
        return order.channelInstance().equals(message.channelInstance())
                ? message.deliveryId()
                : message.channelInstance() + "/" + message.deliveryId();
    }

    private static Map<String, AttributeValue> document(String name, Order order) {
        var item = Items.key(order.id(), Items.document(name));
        item.put(Items.BODY, Items.body(order));
        return item;
    }

    private static Map<String, AttributeValue> personalData(OrderId order, PersonalData data) {
        var item = Items.key(order, Items.PERSONAL_DATA);
        item.put(Items.BODY, Items.body(data));
        return item;
    }

    private void putIfAbsent(Map<String, AttributeValue> whole) {
        // The first part is put last: a reader that finds it finds the others.
        LargeItems.of(whole).reversed().forEach(this::putPart);
    }

    private void putPart(Map<String, AttributeValue> item) {
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(item)
                            .conditionExpression(
                                    "attribute_not_exists(%s)".formatted(Table.PARTITION_KEY)));
        } catch (ConditionalCheckFailedException _) {
            // The item exists.
        }
    }
}
