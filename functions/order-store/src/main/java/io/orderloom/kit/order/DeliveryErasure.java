package io.orderloom.kit.order;

import io.orderloom.exception.AuditEntry;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Erases a webhook that belongs to no order, because no adapter could read it or its message was
 * given up. What is left says that it came, when, its hash, who erased it and why.
 */
public final class DeliveryErasure {
    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;

    /** For a person's tool: no function may delete an item. */
    public DeliveryErasure(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.reads = new TableReads(dynamo, table);
    }

    /**
     * A webhook was here, and this alone is left of it.
     *
     * @param sha256 of the raw bytes, in hexadecimal digits
     */
    public record Erased(Instant receivedAt, String sha256) {}

    /**
     * Erases; once more is the same.
     *
     * @param delivery the channel's instance and the id that the delivery was accepted under
     */
    public List<Erased> erase(OrderId delivery, AuditEntry deed) {
        var partition = Items.partition(subject(delivery));
        // First: a letter that is put after this finds it, one that was put before is listed.
        tombstone(partition, List.of(), deed);
        var keys = Payloads.keys(dynamo, table, partition);
        var letters = letters(keys);
        if (!letters.isEmpty()) {
            tombstone(partition, letters, deed);
        }
        keys.forEach(key -> dynamo.deleteItem(r -> r.tableName(table).key(key.attributes())));
        return letters;
    }

    /** An unreadable delivery stands in the place of the order that its exceptions can't name. */
    public static OrderId subject(OrderId delivery) {
        return new OrderId(
                delivery.channelInstance(), DeadLetterSubject.DELIVERY + delivery.channelOrderId());
    }

    private List<Erased> letters(List<ItemKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var found = reads.items(Set.copyOf(keys));
        return found.values().stream()
                .filter(item -> DeadLetterStore.isFirst(item) && item.containsKey(Items.BODY))
                .map(first ->
                        Json.read(Items.unpacked(LargeItems.whole(first, found)), DeadLetter.class))
                .map(letter -> erased(Json.read(letter.body(), InboundMessage.class)))
                .distinct()
                .toList();
    }

    private static Erased erased(InboundMessage message) {
        return new Erased(
                message.receivedAt(), HexFormat.of().formatHex(Hashes.sha256(bytes(message))));
    }

    /** A payload that can't be unpacked is named by what was kept of it. */
    private static byte[] bytes(InboundMessage message) {
        try {
            return message.webhook().bytes();
        } catch (UncheckedIOException | IllegalArgumentException _) {
            return Items.utf8(message.payload());
        }
    }

    /** The tombstone goes on saying what an earlier erasure found. */
    private void tombstone(String partition, List<Erased> letters, AuditEntry deed) {
        var key = new ItemKey(partition, Items.PERSONAL_DATA);
        var item = new HashMap<>(reads.items(Set.of(key)).getOrDefault(key, key.attributes()));
        item.put(Items.BODY, Items.body(PersonalData.NONE));
        item.put(Erasure.ERASED, Items.text(deed.at().toString()));
        item.put("by", Items.text(deed.by()));
        item.put("why", Items.text(deed.why()));
        if (!letters.isEmpty()) {
            item.put(
                    "webhooks",
                    AttributeValue.fromSs(
                            letters.stream()
                                    .map(one -> one.receivedAt() + " " + one.sha256())
                                    .toList()));
        }
        dynamo.putItem(r -> r.tableName(table).item(item));
    }
}
