package io.orderloom.history;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Disposition;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fact.Role;
import io.orderloom.fact.TaxShare;
import io.orderloom.fact.Units;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.Hold;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.Quantity;
import io.orderloom.order.TaxLine.Collector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of one order as it really happened, one minute apart. */
public final class Story {
    private final OrderId order;
    private final List<Fact> facts = new ArrayList<>();
    private Instant now;

    public Story(OrderId order, Instant start) {
        this.order = order;
        now = start;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    private Story tell(Fact fact) {
        facts.add(fact);
        return this;
    }

    private Provenance by(Role role, String kind, String id) {
        now = now.plusSeconds(60);
        return new Provenance(
                new FactKey(source(role), kind, id, "1"),
                role,
                now,
                now.plusSeconds(5),
                "c-" + facts.size());
    }

    private String source(Role role) {
        return switch (role) {
            case COMMERCE, PAYMENT -> "shopify/" + order.channelInstance();
            case ERP -> "erp/sandbox";
            case WAREHOUSE -> "wms/main";
            case POS -> "pos/main";
            case TAX_ENGINE -> "tax/main";
            case MARKETPLACE -> "marketplace/main";
            case SUPPORT -> "crm/main";
            case MIDDLEWARE -> "orderloom";
        };
    }

    private String next() {
        return Integer.toString(facts.size());
    }

    public Story placed(Order document) {
        return tell(new Fact.OrderPlaced(by(Role.COMMERCE, Fact.OrderPlaced.KIND, "1"), document));
    }

    public Story edited(Order document) {
        return tell(
                new Fact.OrderEdited(
                        by(Role.COMMERCE, Fact.OrderEdited.KIND, document.sourceRevision()),
                        document));
    }

    public Story cancelled(Amount captured) {
        return tell(
                new Fact.OrderCancelled(
                        by(Role.COMMERCE, Fact.OrderCancelled.KIND, "1"),
                        order,
                        "customer",
                        captured));
    }

    public Story linesCancelled(Units... units) {
        return tell(
                new Fact.LinesCancelled(
                        by(Role.COMMERCE, Fact.LinesCancelled.KIND, next()),
                        order,
                        List.of(units),
                        "customer"));
    }

    public Story posted(Money total, String revision) {
        return tell(
                new Fact.ErpPosted(
                        by(Role.ERP, Fact.ErpPosted.KIND, "1"),
                        order,
                        document(total, ErpDocument.State.CONFIRMED),
                        total,
                        revision));
    }

    public Story amended(Money total, String revision, int upTo) {
        return tell(
                new Fact.ErpAmended(
                        by(Role.ERP, Fact.ErpAmended.KIND, Integer.toString(upTo)),
                        order,
                        document(total, ErpDocument.State.CONFIRMED),
                        total,
                        revision,
                        upTo));
    }

    public Story refused() {
        return tell(
                new Fact.ErpRefused(
                        by(Role.ERP, Fact.ErpRefused.KIND, "1"),
                        order,
                        new Fault.Rejected("unknown_item", "TEA-07", "item TEA-07 is unknown")));
    }

    /** Gives up posting in doubt with a fault, as every attempt that is given up has one. */
    public Story givenUpInDoubt() {
        return tell(
                new Fact.ErpInDoubt(
                        by(Role.MIDDLEWARE, Fact.ErpInDoubt.KIND, next()),
                        order,
                        Optional.of(new Fault.Transient("HTTP 502"))));
    }

    public Story inDoubt() {
        return tell(new Fact.ErpInDoubt(by(Role.MIDDLEWARE, Fact.ErpInDoubt.KIND, next()), order));
    }

    public Story skipped() {
        return tell(
                new Fact.ErpPostingSkipped(
                        by(Role.MIDDLEWARE, Fact.ErpPostingSkipped.KIND, "1"), order));
    }

    public Story erpCancelled(Money total) {
        return tell(
                new Fact.ErpCancelled(
                        by(Role.ERP, Fact.ErpCancelled.KIND, "1"),
                        order,
                        document(total, ErpDocument.State.CANCELLED)));
    }

    public Story erpCancelRefused(Money total) {
        return tell(
                new Fact.ErpCancelRefused(
                        by(Role.ERP, Fact.ErpCancelRefused.KIND, "1"),
                        order,
                        document(total, ErpDocument.State.CONFIRMED),
                        new Fault.Rejected("period_closed", "2026-10", "the period is closed")));
    }

    public Story invoiced(Money amount, Money charges, Units... units) {
        var number = "INV-" + next();
        return tell(
                new Fact.ErpInvoiced(
                        by(Role.ERP, Fact.ErpInvoiced.KIND, number),
                        order,
                        number,
                        List.of(units),
                        amount,
                        charges));
    }

    public Story credited(Money amount, Units... units) {
        var number = "CN-" + next();
        return tell(
                new Fact.ErpCredited(
                        by(Role.ERP, Fact.ErpCredited.KIND, number),
                        order,
                        number,
                        List.of(units),
                        amount));
    }

    private ErpDocument document(Money total, ErpDocument.State state) {
        return new ErpDocument(
                new ExternalReference("sandbox", "sales-order", "SO-1"), "SO-1", total, state);
    }

    /** The channel states how far the payment has come, in a later revision of the order. */
    public Story paymentStated(PaymentStatus status, Amount captured) {
        var origin = by(Role.COMMERCE, PaymentFact.PaymentStated.KIND, next());
        return tell(
                new PaymentFact.PaymentStated(
                        origin, order, status, captured, origin.occurredAt().toString()));
    }

    public Story authorized(String payment, Amount amount) {
        return tell(
                new PaymentFact.PaymentAuthorized(
                        by(Role.PAYMENT, PaymentFact.PaymentAuthorized.KIND, next()),
                        order,
                        payment,
                        amount));
    }

    public Story captured(String payment, Amount amount) {
        return tell(
                new PaymentFact.PaymentCaptured(
                        by(Role.PAYMENT, PaymentFact.PaymentCaptured.KIND, next()),
                        order,
                        payment,
                        amount));
    }

    public Story voided(String payment) {
        return tell(
                new PaymentFact.PaymentVoided(
                        by(Role.PAYMENT, PaymentFact.PaymentVoided.KIND, payment), order, payment));
    }

    public Story paymentFailed(String payment) {
        return tell(
                new PaymentFact.PaymentFailed(
                        by(Role.PAYMENT, PaymentFact.PaymentFailed.KIND, payment),
                        order,
                        payment,
                        "declined"));
    }

    public Story expired(String payment) {
        return tell(
                new PaymentFact.PaymentExpired(
                        by(Role.PAYMENT, PaymentFact.PaymentExpired.KIND, payment),
                        order,
                        payment));
    }

    public Story refundRequested(String refund, Amount amount) {
        return tell(
                new Fact.RefundRequested(
                        by(Role.COMMERCE, Fact.RefundRequested.KIND, refund),
                        order,
                        refund,
                        amount,
                        RefundCause.RETURN));
    }

    public Story refundPending(String refund, Amount amount) {
        return tell(
                new Fact.RefundPending(
                        by(Role.PAYMENT, Fact.RefundPending.KIND, refund), order, refund, amount));
    }

    public Story refundFailed(String refund, Amount amount) {
        return tell(
                new Fact.RefundFailed(
                        by(Role.PAYMENT, Fact.RefundFailed.KIND, refund),
                        order,
                        refund,
                        amount,
                        new Fault.Rejected("insufficient_funds", refund, "no funds")));
    }

    public Story refunded(String refund, Amount amount, RefundCause cause, Units... units) {
        return refunded(refund, amount, Optional.empty(), cause, List.of(), units);
    }

    public Story refunded(
            String refund,
            Amount amount,
            Optional<String> payment,
            RefundCause cause,
            List<TaxShare> taxes,
            Units... units) {
        return tell(
                new Fact.RefundSettled(
                        by(Role.PAYMENT, Fact.RefundSettled.KIND, refund),
                        order,
                        refund,
                        amount,
                        payment,
                        cause,
                        List.of(units),
                        taxes));
    }

    public Story allocated(Units... units) {
        return tell(
                new FulfilmentFact.Allocated(
                        by(Role.WAREHOUSE, FulfilmentFact.Allocated.KIND, next()),
                        order,
                        List.of(units)));
    }

    public Story allocationFailed(Units... units) {
        return tell(
                new FulfilmentFact.AllocationFailed(
                        by(Role.WAREHOUSE, FulfilmentFact.AllocationFailed.KIND, next()),
                        order,
                        List.of(units),
                        "out of stock"));
    }

    public Story backordered(Units... units) {
        return tell(
                new FulfilmentFact.Backordered(
                        by(Role.WAREHOUSE, FulfilmentFact.Backordered.KIND, next()),
                        order,
                        List.of(units)));
    }

    public Story shipped(String shipment, Units... units) {
        return tell(
                new FulfilmentFact.Shipped(
                        by(Role.WAREHOUSE, FulfilmentFact.Shipped.KIND, shipment),
                        order,
                        shipment,
                        List.of(units)));
    }

    public Story delivered(String shipment, Units... units) {
        return tell(
                new FulfilmentFact.Delivered(
                        by(Role.WAREHOUSE, FulfilmentFact.Delivered.KIND, shipment),
                        order,
                        shipment,
                        List.of(units)));
    }

    public Story deliveryFailed(String shipment, Units... units) {
        return tell(
                new FulfilmentFact.DeliveryFailed(
                        by(Role.WAREHOUSE, FulfilmentFact.DeliveryFailed.KIND, shipment),
                        order,
                        shipment,
                        List.of(units),
                        "nobody at home"));
    }

    public Story returnedToSender(String shipment, Units... units) {
        return tell(
                new FulfilmentFact.ReturnedToSender(
                        by(Role.WAREHOUSE, FulfilmentFact.ReturnedToSender.KIND, shipment),
                        order,
                        shipment,
                        List.of(units)));
    }

    public Story pickedUp(Units... units) {
        return tell(
                new FulfilmentFact.PickedUp(
                        by(Role.POS, FulfilmentFact.PickedUp.KIND, next()),
                        order,
                        "store-1",
                        List.of(units)));
    }

    public Story substituted(String lineId, long units, Amount worth) {
        return tell(
                new FulfilmentFact.Substituted(
                        by(Role.WAREHOUSE, FulfilmentFact.Substituted.KIND, next()),
                        order,
                        lineId,
                        Quantity.of(units),
                        "SUBSTITUTE-1",
                        worth));
    }

    public Story returnRequested(String returnId, Units... units) {
        return tell(
                new ReturnFact.ReturnRequested(
                        by(Role.COMMERCE, ReturnFact.ReturnRequested.KIND, returnId),
                        order,
                        returnId,
                        List.of(units),
                        "too small"));
    }

    public Story returned(String returnId, Units... units) {
        return tell(
                new ReturnFact.ReturnReceived(
                        by(Role.WAREHOUSE, ReturnFact.ReturnReceived.KIND, returnId),
                        order,
                        returnId,
                        List.of(units)));
    }

    public Story inspected(String returnId, Disposition disposition, Units... units) {
        return tell(
                new ReturnFact.ReturnInspected(
                        by(Role.WAREHOUSE, ReturnFact.ReturnInspected.KIND, returnId),
                        order,
                        returnId,
                        List.of(units),
                        disposition));
    }

    public Story taxAdjusted(String jurisdiction, Amount by) {
        return tell(
                new ProcessFact.TaxAdjusted(
                        by(Role.TAX_ENGINE, ProcessFact.TaxAdjusted.KIND, next()),
                        order,
                        jurisdiction,
                        by,
                        Collector.MERCHANT));
    }

    public Story held(String hold, Hold.Kind kind) {
        return tell(
                new ProcessFact.HoldPlaced(
                        by(Role.MIDDLEWARE, ProcessFact.HoldPlaced.KIND, hold),
                        order,
                        hold,
                        kind,
                        "score 87"));
    }

    public Story released(String hold) {
        return tell(
                new ProcessFact.HoldReleased(
                        by(Role.MIDDLEWARE, ProcessFact.HoldReleased.KIND, hold), order, hold));
    }

    public Story caseLinked(String caseId) {
        return tell(
                new ProcessFact.CaseLinked(
                        by(Role.SUPPORT, ProcessFact.CaseLinked.KIND, caseId), order, caseId));
    }

    public Story erased() {
        return tell(
                new ProcessFact.Erased(by(Role.MIDDLEWARE, ProcessFact.Erased.KIND, "1"), order));
    }
}
