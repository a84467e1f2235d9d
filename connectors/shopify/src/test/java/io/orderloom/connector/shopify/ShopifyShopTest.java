package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.order.Tenancy;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookSource.Stranger;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopifyShopTest {
    private static final SourceInstance BOUND =
            new SourceInstance(
                    "eu-shop",
                    "shopify",
                    SystemRole.COMMERCE,
                    Tenancy.NONE,
                    List.of("secret"),
                    ZoneId.of("UTC"),
                    Optional.empty(),
                    Optional.of("eu-shop.myshopify.com"),
                    Map.of());

    @Test
    void a_webhook_of_the_bound_shop_is_no_stranger_however_its_domain_is_written() {
        assertThat(stranger(BOUND, Map.of(ShopifyShop.HEADER, "EU-Shop.myshopify.com"))).isEmpty();
    }

    @Test
    void a_webhook_of_another_shop_is_named_with_both() {
        assertThat(stranger(BOUND, Map.of(ShopifyShop.HEADER, "us-shop.myshopify.com")))
                .contains(
                        new Stranger(
                                "x-shopify-shop-domain",
                                "'us-shop.myshopify.com' is not eu-shop.myshopify.com, to which"
                                        + " this channel instance is bound"));
    }

    @Test
    void a_webhook_that_names_no_shop_is_a_stranger() {
        assertThat(stranger(BOUND, Map.of()))
                .contains(
                        new Stranger(
                                "x-shopify-shop-domain",
                                "the header is missing; it has to name eu-shop.myshopify.com"));
    }

    @Test
    void an_instance_that_names_no_shop_accepts_every_shop() {
        assertThat(stranger(Webhooks.SHOP, Map.of(ShopifyShop.HEADER, "us-shop.myshopify.com")))
                .isEmpty();
    }

    private static Optional<Stranger> stranger(
            SourceInstance settings, Map<String, String> headers) {
        return new ShopifySource()
                .stranger(settings, Payload.of(headers, new byte[0], Webhooks.NOW));
    }
}
