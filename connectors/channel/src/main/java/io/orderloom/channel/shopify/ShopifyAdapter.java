package io.orderloom.channel.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Webhook;
import io.orderloom.fault.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Shopify behind the channel port. */
@ApplicationScoped
public class ShopifyAdapter implements ChannelAdapter {
    static final String PLATFORM = "shopify";
    static final String TOPIC = "x-shopify-topic";
    private static final Set<String> READ = Set.of("orders/create", "orders/cancelled");
    private static final String DELIVERY = "x-shopify-webhook-id";
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ObjectReader JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .reader();

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public boolean authentic(Webhook webhook, List<String> secrets) {
        return ShopifySignature.fits(webhook, secrets);
    }

    @Override
    public Optional<Stranger> stranger(ChannelSettings settings, Webhook webhook) {
        return settings.shop().flatMap(shop -> ShopifyShop.stranger(shop, webhook));
    }

    @Override
    public String deliveryId(Webhook webhook) {
        return webhook.header(DELIVERY)
                .filter(id -> SAFE_ID.matcher(id).matches())
                .orElseGet(() -> digest(webhook));
    }

    private static String digest(Webhook webhook) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(webhook.body().duplicate());
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<String> headersToKeep() {
        return List.of(
                TOPIC,
                DELIVERY,
                "x-shopify-event-id",
                "x-shopify-api-version",
                ShopifyShop.HEADER,
                "x-shopify-triggered-at");
    }

    @Override
    public Translation translate(ChannelSettings settings, Webhook webhook, String correlationId) {
        var topic = webhook.header(TOPIC).orElse("");
        try {
            var payload = payload(webhook);
            return switch (ShopifyBody.of(payload)) {
                case OTHER -> new Translation.Unread(topic);
                case ORDER, UNCLEAR ->
                        new Translation.Translated(
                                new ShopifyFacts(settings, payload, webhook, correlationId).all(),
                                new ShopifyPeople(payload).personalData());
            };
        } catch (Unfit unfit) {
            return unreadable(topic, unfit.path(), unfit.reason());
        } catch (ArithmeticException tooLarge) {
            return unreadable(
                    topic, "total_price", "amounts are too large: " + tooLarge.getMessage());
        }
    }

    private static Field payload(Webhook webhook) {
        try {
            var json = JSON.readTree(webhook.bytes());
            if (!json.isObject()) {
                throw new Unfit("body", "is no JSON object");
            }
            return new Field("", json);
        } catch (JsonProcessingException malformed) {
            throw new Unfit("body", "is no JSON: " + malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new Unfit("body", "can't be read");
        }
    }

    /** What states nothing is a fault only where the sender says that it is an order. */
    private static Translation unreadable(String topic, String path, String reason) {
        return READ.contains(topic)
                ? new Translation.Unreadable(new Fault.Invalid(path, reason))
                : new Translation.Unread(topic);
    }
}
