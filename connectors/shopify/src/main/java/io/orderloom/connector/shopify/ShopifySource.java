package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.StrictJson;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.order.PersonalData;
import io.orderloom.reference.References;
import io.orderloom.source.Malformed;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookSource;
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

/** Reads the webhooks of Shopify. */
@ApplicationScoped
public class ShopifySource implements WebhookSource {
    static final String NAME = "shopify";
    static final String TOPIC = "x-shopify-topic";

    /** The topics under which a whole order comes, by the vendor's list of webhook topics. */
    private static final Set<String> READ =
            Set.of(
                    "orders/create",
                    "orders/updated",
                    "orders/paid",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled");

    private static final String DELIVERY = "x-shopify-webhook-id";
    private static final long MOST_LOOKS = 4_000_000;
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SystemRole role() {
        return SystemRole.COMMERCE;
    }

    /** Any: only the body is signed, so a header must not lose an order. */
    @Override
    public boolean accepts(String contentType) {
        return true;
    }

    @Override
    public boolean authentic(Payload payload, List<String> secrets) {
        return ShopifySignature.fits(payload, secrets);
    }

    @Override
    public Optional<Stranger> stranger(SourceInstance instance, Payload payload) {
        return instance.account().flatMap(shop -> ShopifyShop.stranger(shop, payload));
    }

    @Override
    public String deliveryId(Payload payload) {
        return payload.header(DELIVERY)
                .filter(id -> SAFE_ID.matcher(id).matches())
                .orElseGet(() -> digest(payload));
    }

    private static String digest(Payload payload) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(payload.body().duplicate());
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<Malformed> malformed(Payload payload) {
        return StrictJson.flaw(payload.bytes());
    }

    @Override
    public CardFree cardFree(Payload payload) {
        return ShopifyCards.masked(payload);
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
    public Translation translate(
            SourceInstance instance, Payload payload, References references, String correlationId) {
        var topic = payload.header(TOPIC).orElse("");
        var about = ShopifyBody.UNCLEAR;
        try {
            var body = body(payload);
            about = ShopifyBody.of(body);
            return switch (about) {
                case OTHER -> new Translation.Unread(topic);
                // The order's own document, which the shop sends beside it, says what it is now.
                case EDIT -> new Translation.Silent();
                case TRANSACTION ->
                        stated(
                                new TransactionFacts(
                                                new ShopifyOrigin(instance, payload, correlationId),
                                                body)
                                        .all());
                case REFUND -> stated(refund(instance, payload, correlationId, body));
                case PRODUCT ->
                        new Translation.Described(
                                List.of(
                                        ShopifyProducts.described(
                                                instance, body, payload.receivedAt())));
                case ORDER, UNCLEAR ->
                        new Translation.Stated(
                                List.of(
                                        Statement.of(
                                                new ShopifyFacts(
                                                                instance,
                                                                body,
                                                                payload,
                                                                references,
                                                                correlationId)
                                                        .all(),
                                                new ShopifyPeople(body).personalData())));
            };
        } catch (InvalidPayload unfit) {
            return unreadable(about, topic, unfit.path(), unfit.reason());
        } catch (ArithmeticException tooLarge) {
            var reason = "amounts are too large: " + tooLarge.getMessage();
            return unreadable(about, topic, "total_price", reason);
        } catch (RuntimeException | StackOverflowError bug) {
            var reason = "the connector failed on it: " + Fault.Bug.of(bug).detail();
            return unreadable(about, topic, "body", reason);
        }
    }

    private static List<Fact> refund(
            SourceInstance instance, Payload payload, String correlationId, JsonField body) {
        var origin = new ShopifyOrigin(instance, payload, correlationId);
        return new RefundFacts(origin, origin.order(body.at("order_id")), body, Optional.empty())
                .all()
                .toList();
    }

    private static Translation stated(List<Fact> facts) {
        return facts.isEmpty()
                ? new Translation.Silent()
                : new Translation.Stated(List.of(Statement.of(facts, PersonalData.NONE)));
    }

    private static JsonField body(Payload payload) {
        var bytes = payload.bytes();
        StrictJson.flaw(bytes)
                .ifPresent(flaw -> {
                    throw new InvalidPayload(flaw.path(), flaw.reason());
                });
        try {
            return bounded(new JsonField("", StrictJson.tree(bytes)));
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
     * A body of a kind that is read is a fault under every topic if it can't be. If a body does not
     * show what it is about, only the topic can tell whether an order was meant.
     */
    private static Translation unreadable(
            ShopifyBody about, String topic, String path, String reason) {
        return about.isRead() || READ.contains(topic)
                ? new Translation.Unreadable(new Fault.Invalid(path, reason))
                : new Translation.Unread(topic);
    }
}
