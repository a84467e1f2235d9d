package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.source.Source.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares each sample payload with the canonical order expected for it, to the cent. */
class ShopifyOrdersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "several-lines",
                "stacked-discounts",
                "discount-on-shipping",
                "shipping-at-a-discounted-price",
                "taxes-included",
                "taxes-of-the-whole-order",
                "additional-fee",
                "buyer-in-another-currency",
                "paid-in-part-in-another-currency",
                "yen",
                "dinar",
                "gift-card",
                "tip-as-a-line",
                "tip-as-a-total",
                "duties",
                "duties-in-the-price",
                "bundle-with-taxes-of-the-marketplace",
                "refunded-in-part",
                "cancelled",
                "edited",
                "test-order",
                "point-of-sale",
                "guest-who-picks-up",
                "business-buyer",
                "from-before-sets",
                "discounts-of-which-only-the-sum-is-stated",
            })
    void a_payload_is_read_to_the_cent_and_accepted(String sample) throws IOException {
        var translated = Webhooks.translate("orders/create", resource(sample + ".json"));

        assertThat(translated).isInstanceOf(Translation.Stated.class);
        var facts = ((Translation.Stated) translated).facts();
        assertThat(Canonical.text(facts))
                .isEqualTo(new String(resource(sample + ".txt"), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ShopifyOrdersTest.class.getResourceAsStream("sample/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
