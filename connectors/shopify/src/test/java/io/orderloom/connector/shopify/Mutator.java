package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a payload in a few places, chosen by a seed. */
final class Mutator {
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "[{}]",
                    "[null]",
                    "\"\"",
                    "\" \"",
                    "0",
                    "-1",
                    "1",
                    "\"1\"",
                    "0.001",
                    "1e30",
                    "1e-30",
                    "1e400",
                    "-0.0",
                    "9223372036854775807",
                    "\"92233720368547758.07\"",
                    "\"-92233720368547758.08\"",
                    "\"4e16\"",
                    "\"NaN\"",
                    "\"Infinity\"",
                    "\"0x10\"",
                    "\"١٢\"",
                    "\"tip\"",
                    "\"fees\"",
                    "\"shipping-0\"",
                    "\"1|2\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"USD\"",
                    "\"JPY\"",
                    "\"XXX\"",
                    "\"fulfilled\"",
                    "\"partially_paid\"",
                    "\"pos\"",
                    "\"-999999999-01-01T00:00:00+18:00\"",
                    "\"+999999999-12-31T23:59:59-18:00\"",
                    "\"2026-02-30T00:00:00Z\"",
                    "\"2026-11-02T10:04:05Z\"",
                    "{\"shop_money\":{\"amount\":\"1\",\"currency_code\":\"EUR\"}}",
                    "{\"presentment_money\":{\"amount\":\"0\",\"currency_code\":\"JPY\"}}");

    /** Important fields of the whole order; drawn from all places, they would be damaged rarely. */
    private static final List<String> OFTEN =
            List.of(
                    "id",
                    "created_at",
                    "processed_at",
                    "cancelled_at",
                    "currency",
                    "total_price",
                    "total_tax",
                    "total_discounts",
                    "total_outstanding",
                    "total_tip_received",
                    "financial_status",
                    "fulfillment_status");

    private final SplittableRandom random;

    Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    ObjectNode mutated(ObjectNode payload) {
        var copy = payload.deepCopy();
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            if (random.nextInt(3) == 0) {
                copy.set(OFTEN.get(random.nextInt(OFTEN.size())), value());
            } else {
                var containers = new ArrayList<ContainerNode<?>>();
                collect(copy, containers);
                spoil(containers.get(random.nextInt(containers.size())), containers);
            }
        }
        return copy;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(child -> collect(child, into));
        }
    }

    private void spoil(ContainerNode<?> at, List<ContainerNode<?>> others) {
        switch (at) {
            case ObjectNode object -> spoil(object, others);
            case ArrayNode array -> spoil(array);
            default -> throw new IllegalStateException("neither an object nor an array: " + at);
        }
    }

    private void spoil(ObjectNode object, List<ContainerNode<?>> others) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.set("id", value());
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, others.get(random.nextInt(others.size())).deepCopy());
            default -> object.set(name, value());
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty()) {
            array.add(value());
            return;
        }
        int at = random.nextInt(array.size());
        switch (random.nextInt(3)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            default -> array.set(at, value());
        }
    }

    private JsonNode value() {
        return BadInput.json(VALUES.get(random.nextInt(VALUES.size())));
    }
}
