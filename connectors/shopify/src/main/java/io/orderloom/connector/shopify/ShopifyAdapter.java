package io.orderloom.connector.shopify;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Malformed;
import io.orderloom.channel.Webhook;
import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.StrictJson;
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

/** Implements the channel port with Shopify. */
@ApplicationScoped
public class ShopifyAdapter implements ChannelAdapter {
    static final String PLATFORM = "shopify";
    static final String TOPIC = "x-shopify-topic";
    private static final Set<String> READ = Set.of("orders/create", "orders/cancelled");
    private static final String DELIVERY = "x-shopify-webhook-id";
    private static final long MOST_LOOKS = 4_000_000;
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

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
    public Optional<Malformed> malformed(Webhook webhook) {
        return StrictJson.flaw(webhook.bytes());
    }

    @Override
    public CardFree cardFree(Webhook webhook) {
        return ShopifyCards.masked(webhook);
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
        var about = ShopifyBody.UNCLEAR;
        try {
            var payload = payload(webhook);
            about = ShopifyBody.of(payload);
            return switch (about) {
                case OTHER -> new Translation.Unread(topic);
                case ORDER, UNCLEAR ->
                        new Translation.Translated(
                                new ShopifyFacts(settings, payload, webhook, correlationId).all(),
                                new ShopifyPeople(payload).personalData());
            };
        } catch (InvalidPayload unfit) {
            return unreadable(about, topic, unfit.path(), unfit.reason());
        } catch (ArithmeticException tooLarge) {
            var reason = "amounts are too large: " + tooLarge.getMessage();
            return unreadable(about, topic, "total_price", reason);
        } catch (RuntimeException | StackOverflowError bug) {
            var reason = "nobody thought of what it says: " + Fault.Bug.of(bug).detail();
            return unreadable(about, topic, "body", reason);
        }
    }

    private static JsonField payload(Webhook webhook) {
        var body = webhook.bytes();
        StrictJson.flaw(body)
                .ifPresent(flaw -> {
                    throw new InvalidPayload(flaw.path(), flaw.reason());
                });
        try {
            return bounded(new JsonField("", StrictJson.tree(body)));
        } catch (IOException malformed) {
            throw new InvalidPayload("body", "is no JSON: " + malformed.getMessage());
        }
    }

    /**
     * Limits refunds and fulfillments: each is a fact of its own, for which all lines are searched.
     */
    private static JsonField bounded(JsonField payload) {
        for (var name : List.of("refunds", "fulfillments")) {
            long looks = (long) payload.at(name).json().size() * lines(payload);
            if (looks > MOST_LOOKS) {
                throw payload.at(name)
                        .unfit(
                                "are %d of an order of %d lines, more than can be taken in"
                                        .formatted(payload.at(name).json().size(), lines(payload)));
            }
        }
        return payload;
    }

    private static int lines(JsonField payload) {
        return payload.at("line_items").json().size();
    }

    /**
     * An order that can't be read is a fault under every topic. If a body does not show what it is
     * about, only the topic can tell whether an order was meant.
     */
    private static Translation unreadable(
            ShopifyBody about, String topic, String path, String reason) {
        return about == ShopifyBody.ORDER || READ.contains(topic)
                ? new Translation.Unreadable(new Fault.Invalid(path, reason))
                : new Translation.Unread(topic);
    }
}
