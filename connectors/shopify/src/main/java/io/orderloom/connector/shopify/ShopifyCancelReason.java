package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The reason why a shop cancelled an order (Shopify Admin API, {@code OrderCancelReason}). Any
 * other text that a shop or an app writes there is {@link #OTHER}, and is repeated only if it is
 * harmless, because the reason is sent to subscribers and to the ERP.
 */
enum ShopifyCancelReason {
    CUSTOMER,
    DECLINED,
    FRAUD,
    INVENTORY,
    STAFF,
    OTHER;

    /**
     * The reason as it is stored and sent, for example {@code customer} or {@code other: 'lost'}.
     */
    static String of(JsonField stated) {
        return stated.text().map(ShopifyCancelReason::told).orElse(OTHER.label());
    }

    private static String told(String words) {
        return Stream.of(values())
                .filter(reason -> reason.label().equals(words.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(ShopifyCancelReason::label)
                .orElseGet(() -> OTHER.label() + ": " + Quoted.of(words));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
