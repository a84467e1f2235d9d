package io.orderloom.order;

import java.util.Optional;

/**
 * The place where an order was captured.
 *
 * @param platform the vendor's name in lower case, for example {@code shopify}
 * @param instance the configured name of the shop or account
 */
public record Channel(
        Type type,
        String platform,
        String instance,
        Optional<String> location,
        Optional<String> register,
        Optional<String> staff) {

    public enum Type {
        ECOMMERCE,
        MARKETPLACE,
        POS,
        CALL_CENTER,
        B2B_PORTAL,
        EDI
    }
}
