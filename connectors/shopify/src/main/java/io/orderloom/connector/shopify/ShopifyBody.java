package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import java.util.Set;

/** Tells what a body is about from the body alone, because the topic beside it is not signed. */
enum ShopifyBody {
    /** An order, shown by its own id or by a field that only orders have. */
    ORDER,
    /** A product with its variants, shown by its id. */
    PRODUCT,
    /** Something else: a refund, a checkout, a draft or a fulfillment, which may name an order. */
    OTHER,
    /** The body does not show what it is; only reading it as an order can tell. */
    UNCLEAR;

    private static final String OF_ORDERS = "gid://shopify/Order/";
    private static final String OF_PRODUCTS = "gid://shopify/Product/";

    /** Top-level fields that orders lack and similar things have. */
    private static final Set<String> OF_OTHERS = Set.of("order_id", "abandoned_checkout_url");

    static ShopifyBody of(JsonField payload) {
        var id = payload.at("admin_graphql_api_id");
        if (id.present()) {
            var text = id.json().asText();
            if (text.startsWith(OF_PRODUCTS)) {
                return PRODUCT;
            }
            return text.startsWith(OF_ORDERS) ? ORDER : OTHER;
        }
        if (OF_OTHERS.stream().anyMatch(name -> payload.json().has(name))) {
            return OTHER;
        }
        return payload.json().has("financial_status") ? ORDER : UNCLEAR;
    }
}
