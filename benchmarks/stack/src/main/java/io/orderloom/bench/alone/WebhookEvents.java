package io.orderloom.bench.alone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.demo.Shop;
import java.util.UUID;

/**
 * Webhooks as API Gateway hands them to {@code intake}, payload format 2.0 (API Gateway developer
 * guide, "Create AWS Lambda proxy integrations for HTTP APIs").
 */
record WebhookEvents(Shop shop) {

    byte[] signed(String topic, byte[] body) {
        return event(EmbeddedStack.DEMO_SHOP, topic, body, shop.sign(body));
    }

    byte[] forged(String topic, byte[] body) {
        return event(EmbeddedStack.DEMO_SHOP, topic, body, shop.sign("forged".getBytes(UTF_8)));
    }

    /** The path ends with a channel instance that nobody configured. */
    byte[] ofNobody(String topic, byte[] body) {
        return event("unknown-shop", topic, body, shop.sign(body));
    }

    private static byte[] event(String instance, String topic, byte[] body, String signature) {
        var path = "/webhooks/" + instance;
        var event =
                StackJson.object()
                        .put("version", "2.0")
                        .put("routeKey", "POST /webhooks/{channelInstance}")
                        .put("rawPath", path)
                        .put("rawQueryString", "")
                        .put("body", new String(body, UTF_8))
                        .put("isBase64Encoded", false);
        event.putObject("headers")
                .put("content-type", "application/json")
                .put("x-shopify-topic", topic)
                .put("x-shopify-hmac-sha256", signature)
                .put("x-shopify-webhook-id", UUID.randomUUID().toString())
                .put("x-shopify-api-version", "2026-10")
                .put("x-shopify-shop-domain", EmbeddedStack.DEMO_SHOP_DOMAIN);
        event.putObject("pathParameters").put("channelInstance", instance);
        event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", "POST /webhooks/{channelInstance}")
                .putObject("http")
                .put("method", "POST")
                .put("path", path);
        return event.toString().getBytes(UTF_8);
    }
}
