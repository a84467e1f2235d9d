package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.OrderId;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import java.time.Instant;

/** The shop and the delivery that facts come from, which they all name. */
record ShopifyOrigin(SourceInstance shop, Payload webhook, String correlationId) {

    OrderId order(JsonField id) {
        return new OrderId(shop.name(), ShopifyOrders.identifier(id));
    }

    /** The origin of something that happens only once, under the shop's own id of it. */
    Provenance of(String kind, String id, Role role, Instant occurredAt) {
        return new Provenance(
                new FactKey(ShopifySource.NAME + "/" + shop.name(), kind, id, "1"),
                role,
                occurredAt,
                webhook.receivedAt(),
                correlationId);
    }

    /** The time of a thing; the time of its delivery where it states none. */
    Instant time(JsonField thing) {
        return thing.at("processed_at")
                .instant()
                .or(() -> thing.at("created_at").instant())
                .orElse(webhook.receivedAt());
    }
}
