package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The order that is sent through production's door must be a test order and nothing else. */
class SmokeOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final SmokeOrder order = SmokeOrder.of("eu-shop", "eu-shop.myshopify.com", NOW);

    @Test
    void a_smoke_order_is_flagged_as_a_test_and_has_a_number_of_its_own() {
        var body = Json.read(new String(order.body(), StandardCharsets.UTF_8), JsonNode.class);

        assertThat(body.path("test").asBoolean()).isTrue();
        assertThat(body.path("id").asLong()).isEqualTo(order.number());
        assertThat(order.id()).hasToString("eu-shop:" + order.number());
        assertThat(SmokeOrder.of("eu-shop", "", NOW.plusSeconds(1)).number())
                .isNotEqualTo(order.number());
    }

    @Test
    void a_smoke_order_goes_to_the_path_of_its_instance_signed_over_its_bytes() {
        var request = order.request(URI.create("https://door/base"), "hush");

        assertThat(request.uri()).hasToString("https://door/base/webhooks/eu-shop");
        assertThat(request.headers().firstValue("x-shopify-hmac-sha256"))
                .contains(SmokeOrder.signature(order.body(), "hush"));
        assertThat(request.headers().firstValue("x-shopify-shop-domain"))
                .contains("eu-shop.myshopify.com");
        assertThat(request.headers().map().toString()).doesNotContain("hush");
    }
}
