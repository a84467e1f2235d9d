package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fact.Units;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The event that a fact gives rise to. It depends on the fact alone, whatever else is known. Pure.
 */
final class LifecycleEvents {
    private LifecycleEvents() {}

    // spotless:off
    static Optional<Change.EventPublished> of(Fact fact) {
        return switch (fact) {
            case Fact.OrderPlaced f                -> tell(f, Type.ACCEPTED, total(f.order().declared().total()));
            case Fact.OrderEdited f                -> tell(f, Type.CHANGED, with(total(f.order().declared().total()), "revision", f.order().sourceRevision()));
            case Fact.OrderCancelled f             -> tell(f, Type.CANCELLED, Map.of("reason", f.reason()));
            case Fact.LinesCancelled f             -> tell(f, Type.CANCELLED, with(units(f.units()), "reason", f.reason()));
            case Fact.RefundSettled f              -> tell(f, Type.REFUNDED, refund(f));
            case Fact.ErpPosted f                  -> tell(f, Type.POSTED, erp(f.document()));
            case Fact.ErpAmended f                 -> tell(f, Type.POSTED, with(erp(f.document()), "revision", f.sourceRevision()));
            case Fact.ErpRefused f                 -> tell(f, Type.REJECTED, Map.of("reason", f.fault().detail()));
            case Fact.ErpInDoubt f                 -> doubt(f);
            case Fact.ErpCancelled f               -> tell(f, Type.ERP_CANCELLED, erp(f.document()));
            case Fact.ErpInvoiced f                -> tell(f, Type.INVOICED, with(with(units(f.units()), money(f.amount().plus(f.charges()))), "invoice", f.number()));
            case FulfilmentFact.Allocated f        -> tell(f, Type.ALLOCATED, units(f.units()));
            case FulfilmentFact.Backordered f      -> tell(f, Type.BACKORDERED, units(f.units()));
            case FulfilmentFact.Shipped f          -> tell(f, Type.SHIPPED, with(units(f.units()), "shipment", f.shipment()));
            case FulfilmentFact.Delivered f        -> tell(f, Type.DELIVERED, with(units(f.units()), "shipment", f.shipment()));
            case FulfilmentFact.PickedUp f         -> tell(f, Type.DELIVERED, with(units(f.units()), "location", f.location()));
            case FulfilmentFact.Substituted f      -> tell(f, Type.CHANGED, Map.of("lineId", f.lineId(), "quantity", f.quantity().toString(), "substitute", f.sku()));
            case ReturnFact.ReturnReceived f       -> tell(f, Type.RETURNED, with(units(f.units()), "returnId", f.returnId()));
            case ProcessFact.TaxAdjusted f         -> tell(f, Type.CHANGED, with(money(f.by().transaction()), "tax", f.jurisdiction()));
            case ProcessFact.HoldPlaced f          -> tell(f, Type.HELD, Map.of("hold", f.hold(), "kind", lower(f.kind()), "reason", f.reason()));
            case ProcessFact.HoldReleased f        -> tell(f, Type.RELEASED, Map.of("hold", f.hold()));
            case Fact.RefundRequested _,
                 Fact.RefundPending _,
                 Fact.RefundFailed _,
                 Fact.ErpPostingSkipped _,
                 Fact.ErpCancelRefused _,
                 Fact.ErpCredited _,
                 PaymentFact _,
                 FulfilmentFact.AllocationFailed _,
                 FulfilmentFact.DeliveryFailed _,
                 FulfilmentFact.ReturnedToSender _,
                 ReturnFact.ReturnRequested _,
                 ReturnFact.ReturnInspected _,
                 ProcessFact.CaseLinked _,
                 ProcessFact.Erased _              -> Optional.empty();
        };
    }
    // spotless:on

    /** A rejection by the ERP is an event even if an earlier attempt is in doubt. */
    private static Optional<Change.EventPublished> doubt(Fact.ErpInDoubt fact) {
        return fact.fault()
                .filter(Fault.Rejected.class::isInstance)
                .flatMap(no -> tell(fact, Type.REJECTED, Map.of("reason", no.detail())));
    }

    private static Optional<Change.EventPublished> tell(
            Fact fact, Type type, Map<String, String> data) {
        return Optional.of(
                new Change.EventPublished(
                        lower(type) + "/" + fact.provenance().key(),
                        type,
                        fact.provenance().occurredAt(),
                        fact.provenance().correlationId(),
                        data));
    }

    private static Map<String, String> total(Amount total) {
        return Map.of(
                "total", total.transaction().decimal().toPlainString(),
                "currency", total.transaction().currency().code());
    }

    private static Map<String, String> money(Money money) {
        return Map.of(
                "amount", money.decimal().toPlainString(), "currency", money.currency().code());
    }

    private static Map<String, String> refund(Fact.RefundSettled fact) {
        return with(money(fact.amount().transaction()), "refund", fact.reference());
    }

    /** For example {@code 1=2,4=1}: two of line 1 and one of line 4. */
    private static Map<String, String> units(List<Units> units) {
        return Map.of(
                "units",
                units.stream()
                        .map(u -> u.lineId() + "=" + u.quantity())
                        .collect(Collectors.joining(",")));
    }

    private static Map<String, String> erp(ErpDocument document) {
        return Map.of(
                "erp", document.reference().system(),
                "erpDocument", document.number(),
                "erpDocumentId", document.reference().id(),
                "erpTotal", document.total().decimal().toPlainString(),
                "currency", document.total().currency().code());
    }

    private static Map<String, String> with(Map<String, String> data, String name, String value) {
        return with(data, Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> data, Map<String, String> more) {
        var all = new HashMap<>(data);
        all.putAll(more);
        return all;
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
