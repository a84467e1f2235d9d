package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
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
                .flatMap(refund -> refund(refund).stream());
    }

    private Optional<Fact> refund(JsonField refund) {
        var amount = new ShopifyPayments(payload, ShopifyMoney.of(payload)).givenBack(refund);
        if (amount.isZero()) {
            return Optional.empty();
        }
        var reference = ShopifyOrders.identifier(refund.at("id"));
        return Optional.of(
                new Fact.RefundSettled(
                        provenance(
                                Fact.RefundSettled.KIND,
                                reference,
                                Role.PAYMENT,
                                refund.at("processed_at")
                                        .instant()
                                        .or(() -> refund.at("created_at").instant())
                                        .orElse(webhook.receivedAt())),
                        new ShopifyOrders(settings, payload).id(),
                        reference,
                        amount,
                        Optional.empty(),
                        cause(refund),
                        units(refund),
                        List.of()));
    }

    /** Shopify reports what becomes of the goods, from which the cause of the refund follows. */
    private RefundCause cause(JsonField refund) {
        var restocked =
                refund.at("refund_line_items")
                        .elements()
                        .flatMap(line -> line.at("restock_type").text().stream())
                        .toList();
        if (restocked.contains("return")) {
            return RefundCause.RETURN;
        }
        return restocked.contains("cancel") || payload.at("cancelled_at").present()
                ? RefundCause.CANCELLATION
                : RefundCause.UNSTATED;
    }

    private static List<Units> units(JsonField refund) {
        return refund.at("refund_line_items")
                .elements()
                .filter(line -> line.at("line_item_id").present())
                .filter(line -> !ShopifyLines.quantity(line).isZero())
                .map(line ->
                        new Units(line.at("line_item_id").required(), ShopifyLines.quantity(line)))
                .toList();
    }

    Provenance provenance(String kind, String id, Role role, Instant occurredAt) {
        return new Provenance(
                new FactKey(ShopifySource.NAME + "/" + settings.name(), kind, id, "1"),
                role,
                occurredAt,
                webhook.receivedAt(),
                correlationId);
    }
}
