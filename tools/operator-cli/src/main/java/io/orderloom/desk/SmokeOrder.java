package io.orderloom.desk;

import io.orderloom.order.OrderId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A test order as Shopify sends it: marked as a test, so that it is not booked unless the channel
 * wants that, and signed as the channel instance's shop signs.
 *
 * @param number the shop's id of it, which no real order has
 */
record SmokeOrder(String instance, String shop, long number) {
    private static final String PAYLOAD = "smoke-order.json";

    /** The number in the payload; numbers of real orders are far below. */
    private static final String NUMBER = "990000000014";

    private static final long FIRST = 990_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static SmokeOrder of(String instance, String shop, Instant now) {
        return new SmokeOrder(instance, shop, FIRST + now.getEpochSecond());
    }

    OrderId id() {
        return OrderId.parse("%s:%d".formatted(instance, number));
    }

    HttpRequest request(URI door, String secret) {
        var body = body();
        return HttpRequest.newBuilder(URI.create("%s/webhooks/%s".formatted(door, instance)))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("x-shopify-topic", "orders/create")
                .header("x-shopify-hmac-sha256", signature(body, secret))
                .header("x-shopify-webhook-id", UUID.randomUUID().toString())
                .header("x-shopify-shop-domain", shop)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    byte[] body() {
        try (var in =
                Objects.requireNonNull(SmokeOrder.class.getResourceAsStream(PAYLOAD), PAYLOAD)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(NUMBER, Long.toString(number))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String signature(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
