package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends webhooks as Shopify does: signed over the raw bytes, each delivery with an id of its own.
 */
public final class Shop implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI door;
    private final String secret;
    private final String domain;

    /**
     * @param door the address for the shop's webhooks
     */
    public Shop(URI door, String secret) {
        this(door, secret, EmbeddedStack.DEMO_SHOP_DOMAIN);
    }

    /**
     * @param domain the shop's domain in its webhooks
     */
    public Shop(URI door, String secret, String domain) {
        this.door = door;
        this.secret = secret;
        this.domain = domain;
    }

    /** Sends a webhook and waits for the answer. */
    public HttpResponse<String> send(String topic, byte[] body)
            throws IOException, InterruptedException {
        return http.send(request(topic, body, sign(body)), BodyHandlers.ofString());
    }

    /** Sends a webhook with a given signature. */
    public HttpResponse<String> send(String topic, byte[] body, String signature)
            throws IOException, InterruptedException {
        return http.send(request(topic, body, signature), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(String topic, byte[] body) {
        return http.sendAsync(request(topic, body, sign(body)), BodyHandlers.ofString());
    }

    private HttpRequest request(String topic, byte[] body, String signature) {
        return HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(20))
                .header("content-type", "application/json")
                .header("x-shopify-topic", topic)
                .header("x-shopify-hmac-sha256", signature)
                .header("x-shopify-webhook-id", UUID.randomUUID().toString())
                .header("x-shopify-api-version", "2026-10")
                .header("x-shopify-shop-domain", domain)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    public String sign(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
