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
 * given up. The remaining record shows that and when it came, its hash, who erased it and why.
 */
public final class DeliveryErasure {
    /** The attribute of a tombstone that records the erased webhooks. */
    static final String WEBHOOKS = "webhooks";

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;

    /** For the command line tool: no function may delete an item. */
    public DeliveryErasure(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.reads = new TableReads(dynamo, table);
    }

    /**
     * The only record that is left of an erased webhook.
     *
     * @param sha256 of the raw bytes, in hexadecimal digits
     */
    public record Erased(Instant receivedAt, String sha256) {}

    /**
     * Erases a delivery; doing it again changes nothing.
     *
     * @param delivery the channel instance and the id under which the delivery was accepted
     */
    public List<Erased> erase(OrderId delivery, AuditEntry deed) {
        var partition = Items.partition(subject(delivery));
        // The tombstone comes first: a dead letter that is put later finds it, and an earlier one
        // is listed.
        tombstone(partition, List.of(), deed);
        var keys = Payloads.keys(dynamo, table, partition);
        var letters = letters(keys);
        if (!letters.isEmpty()) {
            tombstone(partition, letters, deed);
        }
        keys.forEach(key -> dynamo.deleteItem(r -> r.tableName(table).key(key.attributes())));
        return letters;
    }

    /**
     * The delivery in the place of the order that the exceptions of an unreadable one can't name.
     */
    public static OrderId subject(OrderId delivery) {
        return new OrderId(
                delivery.channelInstance(), DeadLetterSubject.DELIVERY + delivery.channelOrderId());
    }

    /**
     * The reverse of {@link #subject}; an order that stands for no delivery is returned as it is.
     */
    public static OrderId delivery(OrderId subject) {
        return subject.channelOrderId().startsWith(DeadLetterSubject.DELIVERY)
                ? new OrderId(
                        subject.channelInstance(),
                        subject.channelOrderId().substring(DeadLetterSubject.DELIVERY.length()))
                : subject;
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

    /** A payload that can't be unpacked is hashed as it was kept. */
    private static byte[] bytes(InboundMessage message) {
        try {
            return message.received().bytes();
        } catch (UncheckedIOException | IllegalArgumentException _) {
            return Items.utf8(message.payload());
        }
    }

    /** The tombstone retains the records of an earlier erasure. */
    private void tombstone(String partition, List<Erased> letters, AuditEntry deed) {
        var key = new ItemKey(partition, Items.PERSONAL_DATA);
        var item = new HashMap<>(reads.items(Set.of(key)).getOrDefault(key, key.attributes()));
        item.put(Items.BODY, Items.body(PersonalData.NONE));
        item.put(Erasure.ERASED, Items.text(deed.at().toString()));
        item.put("by", Items.text(deed.by()));
        item.put("why", Items.text(deed.why()));
        if (!letters.isEmpty()) {
            item.put(
                    WEBHOOKS,
                    AttributeValue.fromSs(
                            letters.stream()
                                    .map(one -> one.receivedAt() + " " + one.sha256())
                                    .toList()));
        }
        dynamo.putItem(r -> r.tableName(table).item(item));
    }
}
