package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that an order's body states. They are the same under every topic. */
record ShopifyFacts(
        SourceInstance settings,
        JsonField payload,
        Payload webhook,
        References references,
        String correlationId) {

    /**
     * @throws InvalidPayload if the body can't be read as an order
     */
    List<Fact> all() {
        var cancelledAt = payload.at("cancelled_at").instant();
        var placed = cancelledAt.isPresent() ? placedIfReadable() : Stream.of(placed());
        return Stream.of(
                        placed, fulfilments(), refunds(), cancelledAt.map(this::cancelled).stream())
                .<Fact>flatMap(facts -> facts)
                .toList();
    }

    /**
     * If a line can't be read, the cancellation is kept nevertheless, provided that it is certainly
     * an order's.
     */
    private Stream<Fact> placedIfReadable() {
        try {
            return Stream.of(placed());
        } catch (InvalidPayload | ArithmeticException unreadable) {
            if (ShopifyBody.of(payload) == ShopifyBody.ORDER) {
                return Stream.empty();
            }
            throw unreadable;
        }
    }

    private Fact placed() {
        var order = new ShopifyOrders(settings, payload).order(references);
        return new Fact.OrderPlaced(
                provenance(
                        Fact.OrderPlaced.KIND,
                        order.id().channelOrderId(),
                        Role.COMMERCE,
                        order.placedAt()),
                order);
    }

    private Stream<Fact> fulfilments() {
        var orders = new ShopifyOrders(settings, payload);
        return new ShopifyFulfilments(payload, orders.id(), orders.placedAt(), this).stated();
    }

    private Fact cancelled(Instant at) {
        var id = new ShopifyOrders(settings, payload).id();
        return new Fact.OrderCancelled(
                provenance(Fact.OrderCancelled.KIND, id.channelOrderId(), Role.COMMERCE, at),
                id,
                ShopifyCancelReason.of(payload.at("cancel_reason")),
                new ShopifyPayments(payload, ShopifyMoney.of(payload)).captured());
    }

    /**
     * Refunds come before the cancellation, so that money that the shop gave back already is not
     * requested again.
     */
    private Stream<Fact> refunds() {
        return JsonField.distinct(payload.at("refunds").elements()).stream()
                .flatMap(refund ->
                        new RefundFacts(
                                        origin(),
                                        new ShopifyOrders(settings, payload).id(),
                                        refund,
                                        Optional.of(ShopifyMoney.of(payload).presentment()))
                                .all());
    }

    private ShopifyOrigin origin() {
        return new ShopifyOrigin(settings, webhook, correlationId);
    }

    Provenance provenance(String kind, String id, Role role, Instant occurredAt) {
        return origin().of(kind, id, role, occurredAt);
    }
}
