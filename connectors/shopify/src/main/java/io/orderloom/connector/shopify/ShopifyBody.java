package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import java.util.Set;

/** Tells what a body is about by the body alone: the topic beside it is not signed. */
enum ShopifyBody {
    /** An order, by its own id or by a field that nothing else has. */
    ORDER,
    /** A refund, a checkout, a draft, a fulfillment: something that names an order, or is none. */
    OTHER,
    /** It does not say; only reading it as an order tells. */
    UNCLEAR;

    private static final String OF_ORDERS = "gid://shopify/Order/";

    /** Top-level fields that an order has not and what resembles it has. */
    private static final Set<String> OF_OTHERS = Set.of("order_id", "abandoned_checkout_url");

    static ShopifyBody of(JsonField payload) {
        var id = payload.at("admin_graphql_api_id");
        if (id.present()) {
            return id.json().asText().startsWith(OF_ORDERS) ? ORDER : OTHER;
        }
        if (OF_OTHERS.stream().anyMatch(name -> payload.json().has(name))) {
            return OTHER;
        }
        return payload.json().has("financial_status") ? ORDER : UNCLEAR;
    }
}
