package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.source.Payload;
import io.orderloom.source.WebhookSource.Stranger;
import java.util.Optional;

/**
 * Checks which shop a webhook is from. All shops that an app is installed in sign with the same
 * secret.
 */
final class ShopifyShop {
    static final String HEADER = "x-shopify-shop-domain";

    private ShopifyShop() {}

    /**
     * @param shop its permanent domain, for example {@code eu-shop.myshopify.com}
     */
    static Optional<Stranger> stranger(String shop, Payload webhook) {
        var stated = webhook.header(HEADER).map(String::strip).orElse("");
        if (stated.equalsIgnoreCase(shop)) {
            return Optional.empty();
        }
        return Optional.of(
                new Stranger(
                        HEADER,
                        stated.isEmpty()
                                ? "the header is missing; it has to name %s".formatted(shop)
                                : "%s is not %s, to which this channel instance is bound"
                                        .formatted(Quoted.of(stated), shop)));
    }
}
