package io.orderloom.connector.shopify;

import io.orderloom.connector.contract.WebhookSourceContract;
import io.orderloom.connector.kit.http.Hmac;
import io.orderloom.source.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

class ShopifySourceContractTest extends WebhookSourceContract {
    private static final List<String> SAMPLES =
            List.of("test-order", "business-buyer", "cancelled", "refunded-in-part", "yen");

    ShopifySourceContractTest() {
        super(new ShopifySource(), Webhooks.SHOP);
    }

    @Override
    protected List<Payload> stating() {
        return SAMPLES.stream().map(sample -> Webhooks.of("orders/create", body(sample))).toList();
    }

    @Override
    protected Payload signed(Payload payload, String secret) {
        var headers = new HashMap<>(payload.headers());
        headers.put(
                ShopifySignature.HEADER,
                Base64.getEncoder().encodeToString(Hmac.sha256(Hmac.key(secret), payload.body())));
        return Payload.of(headers, payload.bytes(), payload.receivedAt());
    }

    private static byte[] body(String sample) {
        var file = "sample/%s.json".formatted(sample);
        try (var in =
                Objects.requireNonNull(
                        ShopifySourceContractTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
