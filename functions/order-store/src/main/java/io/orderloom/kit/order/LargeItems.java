package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Splits a body that is too large for one item: the first part is under the item's own key, the
 * others are beside it. Each writer writes all of them, and a reader that misses one tries again
 * later.
 */
final class LargeItems {
    /** Below the 400 KB limit of an item (Amazon DynamoDB Developer Guide, "Constraints"). */
    static final int LARGEST = 380_000;

    private static final String COUNT = "parts";

    private LargeItems() {}

    /** The items that an item is written as: most often just itself. */
    static List<Map<String, AttributeValue>> of(Map<String, AttributeValue> item) {
        var body = Items.attribute(item, Items.BODY).b().asByteArrayUnsafe();
        if (body.length <= LARGEST) {
            return List.of(item);
        }
        int count = (body.length + LARGEST - 1) / LARGEST;
        var parts = new ArrayList<Map<String, AttributeValue>>();
        for (int part = 1; part <= count; part++) {
            parts.add(part(item, body, part, count));
        }
        return List.copyOf(parts);
    }

    private static Map<String, AttributeValue> part(
            Map<String, AttributeValue> item, byte[] body, int part, int count) {
        var of = new HashMap<>(part == 1 ? item : beside(item, part));
        int from = (part - 1) * LARGEST;
        of.put(
                Items.BODY,
                Items.binary(
                        Arrays.copyOfRange(body, from, Math.min(body.length, from + LARGEST))));
        if (part == 1) {
            of.put(COUNT, Items.number(count));
        }
        return of;
    }

    private static Map<String, AttributeValue> beside(Map<String, AttributeValue> item, int part) {
        var beside = new HashMap<String, AttributeValue>();
        beside.putAll(beside(ItemKey.of(item), part).attributes());
        var expires = item.get(Table.TIME_TO_LIVE);
        if (expires != null) {
            beside.put(Table.TIME_TO_LIVE, expires);
        }
        return beside;
    }

    private static ItemKey beside(ItemKey first, int part) {
        return new ItemKey(first.partition(), first.sort() + "#part" + part);
    }

    /** The keys of the further parts of an item. */
    static List<ItemKey> others(Map<String, AttributeValue> item) {
        var count = item.get(COUNT);
        var first = ItemKey.of(item);
        return count == null
                ? List.of()
                : IntStream.rangeClosed(2, Integer.parseInt(count.n()))
                        .mapToObj(part -> beside(first, part))
                        .toList();
    }

    /**
     * The body as it was written.
     *
     * @throws IllegalStateException if a part is missing because it is not written yet
     */
    static byte[] whole(
            Map<String, AttributeValue> item, Map<ItemKey, Map<String, AttributeValue>> others) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body(item));
        for (var key : others(item)) {
            var part = others.get(key);
            if (part == null) {
                throw new IllegalStateException(key.sort() + " is not there yet");
            }
            whole.writeBytes(body(part));
        }
        return whole.toByteArray();
    }

    private static byte[] body(Map<String, AttributeValue> item) {
        return Items.attribute(item, Items.BODY).b().asByteArrayUnsafe();
    }
}
