package io.orderloom.kit.order;

import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stored form of an event that a subscriber missed: beside its outage, sorted by order. */
final class UntoldItems {
    /** The prefix of the sort keys. */
    static final String SORT = "UNTOLD#";

    /** How many messages failed to deliver it. */
    static final String ATTEMPTS = "attempts";

    static final String KEPT = "kept";
    static final String SENT = "sent";

    /** When it was delivered at last; the item then only waits to expire. */
    static final String TOLD = "told";

    private static final int BYTES_OF_ORDER = 16;
    private static final int BYTES_OF_EVENT = 8;

    private UntoldItems() {}

    /**
     * All keys have the same length, whatever the order's id; those of one order sort by sequence.
     */
    static ItemKey key(DeliverEvent message) {
        return new ItemKey(
                new Outage(message.subscriber()).partition(),
                "%s%s#%020d#%s"
                        .formatted(
                                SORT,
                                hash(message.orderId().toString(), BYTES_OF_ORDER),
                                message.event().sequence(),
                                hash(message.event().id(), BYTES_OF_EVENT)));
    }

    private static String hash(String text, int bytes) {
        return HexFormat.of().formatHex(Hashes.sha256(Items.utf8(text)), 0, bytes);
    }

    static Map<String, AttributeValue> item(DeliverEvent message, Instant now) {
        var item = key(message).attributes();
        item.put(Items.BODY, Items.body(message));
        item.put(ATTEMPTS, Items.number(message.attempts()));
        item.put(KEPT, Items.text(now.toString()));
        return item;
    }

    /**
     * @throws IllegalStateException if the item holds no such event
     */
    static Untold read(Map<String, AttributeValue> item) {
        var body = Items.unpacked(Items.attribute(item, Items.BODY).b().asByteArray());
        var message = Json.readMessage(new String(body, StandardCharsets.UTF_8));
        if (!(message instanceof DeliverEvent one)) {
            throw new IllegalStateException(
                    "%s of %s holds %s, which is not an event for a subscriber"
                            .formatted(
                                    Items.sort(item),
                                    Items.attribute(item, Table.PARTITION_KEY).s(),
                                    message.id()));
        }
        return new Untold(one, time(item, KEPT).orElse(Instant.EPOCH), time(item, SENT));
    }

    static Optional<Instant> time(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Instant.parse(value.s()));
    }
}
