package io.orderloom.kit.order;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.KeptPayload.Content;
import io.orderloom.order.OrderId;
import io.orderloom.source.Payload;
import io.orderloom.topology.Table;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads payloads as they were received, for people who look into trouble; no function reads one
 * again. It holds one payload in memory.
 */
public final class KeptPayloads {
    private static final Pattern FURTHER_PART = Pattern.compile("#part\\d+$");

    /** The name of a delivery that came from another instance than the order's channel. */
    private static final Pattern OF_OTHER = Pattern.compile("(?<instance>[^/:]+)/(?<id>.+)");

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;
    private final Duration keepRaw;

    /**
     * @param keepRaw how long payloads are kept ({@link StoreSettings#keepRaw()}): a payload's item
     *     holds the time when it expires, not the time when it came
     */
    public KeptPayloads(DynamoDbClient dynamo, String table, Duration keepRaw) {
        this.dynamo = dynamo;
        this.table = table;
        this.reads = new TableReads(dynamo, table);
        this.keepRaw = keepRaw;
    }

    /**
     * The record that an erasure left.
     *
     * @param webhooks when each unreadable webhook came, and its SHA-256; empty for an order
     */
    public record Erased(Instant at, List<String> webhooks) {
        public Erased {
            webhooks = List.copyOf(webhooks);
        }
    }

    /** Passes all that is kept of an order's deliveries to {@code each}. */
    public void of(OrderId order, Consumer<KeptPayload> each) {
        firstParts(order).flatMap(key -> read(key).stream()).forEach(each);
    }

    /** The payload of a delivery that is kept beside a known order, or beside its exception. */
    public Optional<KeptPayload> find(OrderId order, OrderId delivery) {
        return read(new ItemKey(Items.partition(order), sort(order, delivery)))
                .or(() -> letter(order).filter(kept -> kept.delivery().equals(delivery)));
    }

    /** The payload of a delivery that no order could be read from, or that was given up. */
    public Optional<KeptPayload> unreadable(OrderId delivery) {
        return letter(DeliveryErasure.subject(delivery));
    }

    /**
     * The payload of a delivery about an unknown order. No index lists payloads, so all keys of the
     * table are looked at until one fits.
     *
     * @param looked gets the number of items that were looked at so far, after each page
     */
    public Optional<KeptPayload> search(OrderId delivery, LongConsumer looked) {
        long items = 0;
        for (var page :
                dynamo.scanPaginator(r ->
                        r.tableName(table)
                                .consistentRead(false)
                                .projectionExpression(Table.PARTITION_KEY + ", " + Table.SORT_KEY)
                                .filterExpression(
                                        "%2$s = :ofOther or (%2$s = :own and begins_with(%1$s, :instance))"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":own",
                                                Items.text(Items.RAW + delivery.channelOrderId()),
                                                ":ofOther",
                                                Items.text(Items.RAW + named(delivery)),
                                                ":instance",
                                                Items.text(
                                                        Items.partitionsOf(
                                                                delivery.channelInstance())))))) {
            var found =
                    page.items().stream().flatMap(key -> read(ItemKey.of(key)).stream()).findAny();
            if (found.isPresent()) {
                return found;
            }
            items += page.scannedCount();
            looked.accept(items);
        }
        return Optional.empty();
    }

    /** The erasure of an order, or of an unreadable delivery in the place of one. */
    public Optional<Erased> erased(OrderId order) {
        var key = new ItemKey(Items.partition(order), Items.PERSONAL_DATA);
        return Optional.ofNullable(reads.items(Set.of(key)).get(key))
                .filter(item -> item.containsKey(Erasure.ERASED))
                .map(item ->
                        new Erased(
                                Instant.parse(Items.attribute(item, Erasure.ERASED).s()),
                                Optional.ofNullable(item.get(DeliveryErasure.WEBHOOKS))
                                        .map(AttributeValue::ss)
                                        .orElse(List.of())));
    }

    private static String sort(OrderId order, OrderId delivery) {
        return Items.RAW
                + (order.channelInstance().equals(delivery.channelInstance())
                        ? delivery.channelOrderId()
                        : named(delivery));
    }

    private static String named(OrderId delivery) {
        return delivery.channelInstance() + "/" + delivery.channelOrderId();
    }

    /** The delivery whose payload is under a sort key; {@link #sort} leads back to it. */
    private static OrderId delivery(OrderId order, String sort) {
        var name = sort.substring(Items.RAW.length());
        var parts = OF_OTHER.matcher(name);
        return parts.matches()
                ? new OrderId(parts.group("instance"), parts.group("id"))
                : new OrderId(order.channelInstance(), name);
    }

    private Stream<ItemKey> firstParts(OrderId order) {
        return Payloads.keys(dynamo, table, Items.partition(order)).stream()
                .filter(key -> !FURTHER_PART.matcher(key.sort()).find());
    }

    private Optional<KeptPayload> letter(OrderId order) {
        return firstParts(order)
                .filter(key -> key.sort().startsWith(DeadLetterStore.RAW_LETTER))
                .flatMap(key -> read(key).stream())
                .findFirst();
    }

    private Optional<KeptPayload> read(ItemKey key) {
        return Optional.ofNullable(reads.items(Set.of(key)).get(key)).map(item -> kept(key, item));
    }

    private KeptPayload kept(ItemKey key, Map<String, AttributeValue> item) {
        var order = Items.order(item);
        var expires =
                Optional.ofNullable(item.get(Table.TIME_TO_LIVE))
                        .map(at -> Instant.ofEpochSecond(Long.parseLong(at.n())));
        boolean letter = DeadLetterStore.isFirst(item);
        return new KeptPayload(
                order,
                letter ? DeliveryErasure.delivery(order) : delivery(order, key.sort()),
                content(item, letter, expires),
                expires);
    }

    private Content content(
            Map<String, AttributeValue> item, boolean letter, Optional<Instant> expires) {
        if (!item.containsKey(Items.BODY)) {
            return new Content.Erased();
        }
        try {
            var whole = whole(item);
            return new Content.Whole(letter ? letter(whole) : payload(item, whole, expires));
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException damaged) {
            // The error's message is left out, because it may repeat the payload's content.
            return new Content.Unreadable(damaged.getClass().getSimpleName());
        }
    }

    /** A request without keys would be refused. */
    private byte[] whole(Map<String, AttributeValue> item) {
        var others = Set.copyOf(LargeItems.others(item));
        return LargeItems.whole(item, others.isEmpty() ? Map.of() : reads.items(others));
    }

    private static Payload letter(byte[] body) {
        var letter = Json.read(Items.unpacked(body), DeadLetter.class);
        return Json.read(letter.body(), InboundMessage.class).received();
    }

    @SuppressWarnings("unchecked")
    private Payload payload(
            Map<String, AttributeValue> item, byte[] body, Optional<Instant> expires) {
        Map<String, String> headers = Items.body(item, Payloads.HEADERS, Map.class);
        return Payload.of(
                headers,
                Gzip.unpack(body),
                expires.map(at -> at.minus(keepRaw)).orElse(Instant.EPOCH));
    }
}
