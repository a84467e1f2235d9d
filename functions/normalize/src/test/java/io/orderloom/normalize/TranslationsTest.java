package io.orderloom.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.connector.shopify.ShopifySource;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation.Unreadable;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message whose payload can't even be unpacked is reported at once, like any other. */
class TranslationsTest {
    private static final SourceInstance SHOP =
            SourceInstance.of(
                    "demo-shop",
                    "shopify",
                    SystemRole.COMMERCE,
                    List.of(),
                    ZoneId.of("UTC"),
                    Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"", "not Base64!", "bm90IHBhY2tlZA==", "H4sIAAAAAAAA/w=="})
    void a_damaged_payload_is_unreadable_and_throws_nothing(String payload) {
        var translation =
                Translations.of(new ShopifySource(), SHOP, References.none(), message(payload));

        assertThat(translation)
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.fault().path()).isEqualTo("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org"})
    void the_detail_of_an_unreadable_payload_repeats_nothing_of_it(String somebody) {
        var payload = Base64.getEncoder().encodeToString(somebody.getBytes(UTF_8)) + "*";

        var translation =
                (Unreadable)
                        Translations.of(
                                new ShopifySource(), SHOP, References.none(), message(payload));

        assertThat(translation.fault().detail()).startsWith("the connector failed on it: ");
        assertThat(translation.fault().detail()).doesNotContain(somebody).doesNotContain(payload);
    }

    /** Products are looked up by the lines that name a variant and no SKU. */
    @Test
    void a_table_that_does_not_answer_is_no_fault_of_the_payload() {
        var body =
                """
                {"id": 7, "created_at": "2026-11-02T10:00:00Z", "currency": "EUR", "financial_status": "paid",
                 "line_items": [{"id": 1, "variant_id": 4, "product_id": 3, "title": "Cup", "quantity": 1,
                                 "price": "5.00"}]}\
                """;
        var throttled = new IllegalStateException("the table is throttled");
        References busy =
                _ -> {
                    throw throttled;
                };

        assertThatThrownBy(() -> Translations.of(new ShopifySource(), SHOP, busy, packed(body)))
                .isSameAs(throttled);
    }

    private static InboundMessage packed(String body) {
        var webhook =
                Payload.of(
                        Map.of("x-shopify-topic", "orders/create"),
                        body.getBytes(UTF_8),
                        Instant.parse("2026-11-02T15:04:07Z"));
        return InboundMessage.of("demo-shop", "d-1", "c-1", webhook, webhook.headers());
    }

    private static InboundMessage message(String payload) {
        return new InboundMessage(
                "demo-shop",
                "d-1",
                "c-1",
                Instant.parse("2026-11-02T15:04:07Z"),
                Map.of("x-shopify-topic", "orders/create"),
                payload);
    }
}
