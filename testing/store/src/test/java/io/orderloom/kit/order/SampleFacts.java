package io.orderloom.kit.order;

import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.Hold;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;

/** Facts about the sample order under a given id. */
final class SampleFacts {
    private SampleFacts() {}

    static Fact.OrderPlaced placed(Order order) {
        return new Fact.OrderPlaced(
                by("shopify/demo-shop", Fact.OrderPlaced.KIND, order.id(), Role.COMMERCE, "1"),
                order);
    }

    static Provenance by(String source, String kind, OrderId order, Role role, String id) {
        return new Provenance(
                new FactKey(source, kind, order.channelOrderId() + "-" + id, "1"),
                role,
                Samples.NOW,
                Samples.NOW,
                Samples.CORRELATION);
    }

    /** The sample order under another id. */
    static Order named(OrderId id) {
        return named(id, Samples.order());
    }

    static Order named(OrderId id, Order sample) {
        return new Order(
                id,
                sample.channel(),
                sample.references(),
                sample.sourceRevision(),
                sample.placedAt(),
                sample.sellingZone(),
                sample.businessDate(),
                sample.flags(),
                sample.customer(),
                sample.lines(),
                sample.discounts(),
                sample.shippingCharges(),
                sample.fulfilmentGroups(),
                sample.orderTaxLines(),
                sample.paymentStatus(),
                sample.captured(),
                sample.declared());
    }

    static Fact cancelled(OrderId order) {
        return new Fact.OrderCancelled(
                by("shopify/demo-shop", Fact.OrderCancelled.KIND, order, Role.COMMERCE, "c"),
                order,
                "customer",
                Samples.usd("38.34"));
    }

    static Fact refunded(OrderId order, String amount) {
        return new Fact.RefundSettled(
                by("shopify/demo-shop", Fact.RefundSettled.KIND, order, Role.PAYMENT, "r"),
                order,
                "r",
                Samples.usd(amount));
    }

    static Fact captured(OrderId order, String amount) {
        return new PaymentFact.PaymentCaptured(
                by("gateway", PaymentFact.PaymentCaptured.KIND, order, Role.PAYMENT, "p"),
                order,
                "p",
                Samples.usd(amount));
    }

    static Fact skipped(OrderId order) {
        return new Fact.ErpPostingSkipped(
                by("erp/sandbox", Fact.ErpPostingSkipped.KIND, order, Role.MIDDLEWARE, "s"), order);
    }

    static Fact held(OrderId order, int n) {
        return new ProcessFact.HoldPlaced(
                by("desk", ProcessFact.HoldPlaced.KIND, order, Role.MIDDLEWARE, "h" + n),
                order,
                "hold-" + n % 50,
                Hold.Kind.MANUAL,
                "somebody looks at it");
    }
}
