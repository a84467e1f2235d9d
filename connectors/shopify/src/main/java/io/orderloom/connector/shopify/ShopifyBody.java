package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import java.util.List;
import java.util.Set;

/** Tells what a body is about from the body alone, because the topic beside it is not signed. */
enum ShopifyBody {
    /** An order, shown by its own id or by a field that only orders have. */
    ORDER,
    /** A product with its variants, shown by its id. */
    PRODUCT,
    /** A movement of money, which names its order. */
    TRANSACTION,
    /** Money or units given back, which names its order. */
    REFUND,
    /** The lines that an edit added and removed, without what they are worth. */
    EDIT,
    /** Something else: a checkout, a draft or a fulfillment, which may name an order. */
    OTHER,
    /** The body does not show what it is; only reading it as an order can tell. */
    UNCLEAR;

    /** Kinds by the beginning of their own id (Shopify, "Global IDs"). */
    private record Named(String id, ShopifyBody kind) {}

    private static final List<Named> NAMED =
            List.of(
                    new Named("gid://shopify/Order/", ORDER),
                    new Named("gid://shopify/Product/", PRODUCT),
                    new Named("gid://shopify/OrderTransaction/", TRANSACTION),
                    new Named("gid://shopify/Refund/", REFUND));

    /** Top-level fields that orders lack and similar things have. */
    private static final Set<String> OF_OTHERS = Set.of("order_id", "abandoned_checkout_url");

    static ShopifyBody of(JsonField payload) {
        if (payload.json().has("order_edit")) {
            return EDIT;
        }
        var id = payload.at("admin_graphql_api_id");
        if (id.present()) {
            var text = id.json().asText();
            return NAMED.stream()
                    .filter(named -> text.startsWith(named.id()))
                    .map(Named::kind)
                    .findFirst()
                    .orElse(OTHER);
        }
        if (OF_OTHERS.stream().anyMatch(name -> payload.json().has(name))) {
            return ofAnOrder(payload);
        }
        if (payload.json().has("variants") && !payload.json().has("line_items")) {
            return PRODUCT;
        }
        return payload.json().has("financial_status") ? ORDER : UNCLEAR;
    }

    /** Tells by its fields what names an order and has no id of its own kind. */
    private static ShopifyBody ofAnOrder(JsonField payload) {
        var body = payload.json();
        if (body.has("refund_line_items") && body.has("transactions")) {
            return REFUND;
        }
        return body.has("kind") && body.has("amount") && body.has("gateway") ? TRANSACTION : OTHER;
    }

    /** Whether a body of this kind is read, so that one that can't be read is a fault. */
    boolean isRead() {
        return switch (this) {
            case ORDER, PRODUCT, TRANSACTION, REFUND, EDIT -> true;
            case OTHER, UNCLEAR -> false;
        };
    }
}
