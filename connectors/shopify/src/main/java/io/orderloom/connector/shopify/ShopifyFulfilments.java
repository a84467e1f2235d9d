package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The goods that had left the shop when the order was placed, as at a till. Later shipments are
 * reported by a warehouse.
 */
record ShopifyFulfilments(JsonField payload, OrderId order, Instant placedAt, ShopifyFacts facts) {

    Stream<Fact> stated() {
        return switch (payload.at("fulfillment_status").text().orElse("")) {
            case "fulfilled", "partial" -> listed();
            default -> Stream.empty();
        };
    }

    private Stream<Fact> listed() {
        return JsonField.distinct(payload.at("fulfillments").elements()).stream()
                .filter(f -> f.at("status").text().filter("success"::equals).isPresent())
                .filter(f -> !units(f).isEmpty())
                .map(this::fact);
    }

    private Fact fact(JsonField fulfilment) {
        var id = ShopifyOrders.identifier(fulfilment.at("id"));
        var at = fulfilment.at("created_at").instant().orElse(placedAt);
        if (payload.at("source_name").text().filter("pos"::equals).isPresent()) {
            return new FulfilmentFact.PickedUp(
                    facts.provenance(FulfilmentFact.PickedUp.KIND, id, Role.POS, at),
                    order,
                    payload.at("location_id").text().orElse("pos"),
                    units(fulfilment));
        }
        return new FulfilmentFact.Shipped(
                facts.provenance(FulfilmentFact.Shipped.KIND, id, Role.WAREHOUSE, at),
                order,
                id,
                units(fulfilment));
    }

    private static List<Units> units(JsonField fulfilment) {
        return fulfilment
                .at("line_items")
                .elements()
                .filter(line -> !ShopifyLines.quantity(line).isZero())
                .map(line ->
                        new Units(
                                ShopifyOrders.identifier(line.at("id")),
                                ShopifyLines.quantity(line)))
                .toList();
    }
}
