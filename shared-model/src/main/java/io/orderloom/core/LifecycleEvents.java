package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.erp.ErpDocument;
import io.orderloom.event.EventData;
import io.orderloom.event.EventData.BookedDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fault.Fault;
import io.orderloom.order.Hold;
import java.util.Locale;
import java.util.Optional;

/**
 * The event that a fact gives rise to. What it says depends on the fact alone, whatever else is
 * known. Pure.
 */
final class LifecycleEvents {
    private LifecycleEvents() {}

    /**
     * @param correlationId the order's, which subscribers follow, whatever the fact came with
     */
    static Optional<Change.EventPublished> of(Fact fact, String correlationId) {
        return data(fact).map(data -> told(fact.provenance(), correlationId, data));
    }

    /** The event of an order that is held from its placing on, until its payment is covered. */
    static Optional<Change.EventPublished> heldForPayment(Placed placed, Provenance of) {
        return PaymentGate.holds(placed)
                ? Optional.of(
                        told(
                                of,
                                placed.correlationId(),
                                new EventData.Held(
                                        PaymentGate.HOLD,
                                        lower(Hold.Kind.PAYMENT),
                                        "the buyer has neither paid nor authorized a payment")))
                : Optional.empty();
    }

    /**
     * The event of a payment that is covered for the first time. Its name is that of no fact,
     * because which of several facts comes first depends on their arrival.
     */
    static Optional<Change.EventPublished> released(Placed before, Placed after, Provenance by) {
        return PaymentGate.isAsked(after)
                        && PaymentGate.wasCovered(after)
                        && !PaymentGate.wasCovered(before)
                ? Optional.of(
                        new Change.EventPublished(
                                "released/" + PaymentGate.HOLD,
                                Type.RELEASED,
                                by.occurredAt(),
                                after.correlationId(),
                                FlatData.of(new EventData.Released(PaymentGate.HOLD))))
                : Optional.empty();
    }

    // spotless:off
    /** The event's data; empty for a fact that is not published. */
    static Optional<EventData> data(Fact fact) {
        return switch (fact) {
            case Fact.OrderPlaced f                -> Optional.of(new EventData.Accepted(f.order().declared().total().transaction()));
            case Fact.OrderEdited f                -> Optional.of(new EventData.Edited(f.order().declared().total().transaction(), f.order().sourceRevision()));
            case Fact.OrderCancelled f             -> Optional.of(new EventData.WhollyCancelled(f.reason()));
            case Fact.LinesCancelled f             -> Optional.of(new EventData.PartlyCancelled(f.reason(), f.units()));
            case Fact.RefundSettled f              -> Optional.of(new EventData.Refunded(f.reference(), f.amount().transaction()));
            case Fact.ErpPosted f                  -> Optional.of(new EventData.Posted(booked(f.document()), Optional.empty()));
            case Fact.ErpAmended f                 -> Optional.of(new EventData.Posted(booked(f.document()), Optional.of(f.sourceRevision())));
            case Fact.ErpRefused f                 -> Optional.of(new EventData.NotBooked(f.fault().detail()));
            case Fact.ErpInDoubt f                 -> doubt(f);
            case Fact.ErpCancelled f               -> Optional.of(new EventData.BookingCancelled(booked(f.document())));
            case Fact.ErpInvoiced f                -> Optional.of(new EventData.Invoiced(f.number(), f.units(), f.amount().plus(f.charges())));
            case FulfilmentFact.Allocated f        -> Optional.of(new EventData.Reserved(f.units()));
            case FulfilmentFact.Backordered f      -> Optional.of(new EventData.OnOrder(f.units()));
            case FulfilmentFact.Shipped f          -> Optional.of(new EventData.Sent(f.shipment(), f.units()));
            case FulfilmentFact.Delivered f        -> Optional.of(new EventData.Brought(f.shipment(), f.units()));
            case FulfilmentFact.PickedUp f         -> Optional.of(new EventData.Fetched(f.location(), f.units()));
            case FulfilmentFact.Substituted f      -> Optional.of(new EventData.Substituted(f.lineId(), f.quantity(), f.sku()));
            case ReturnFact.ReturnReceived f       -> Optional.of(new EventData.CameBack(f.returnId(), f.units()));
            case ProcessFact.TaxAdjusted f         -> Optional.of(new EventData.TaxChanged(f.jurisdiction(), f.by().transaction()));
            case ProcessFact.HoldPlaced f          -> Optional.of(new EventData.Held(f.hold(), lower(f.kind()), f.reason()));
            case ProcessFact.HoldReleased f        -> Optional.of(new EventData.Released(f.hold()));
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

    static Type type(EventData data) {
        return switch (data) {
            case EventData.Accepted _              -> Type.ACCEPTED;
            case EventData.Edited _,
                 EventData.Substituted _,
                 EventData.TaxChanged _            -> Type.CHANGED;
            case EventData.Held _                  -> Type.HELD;
            case EventData.Released _              -> Type.RELEASED;
            case EventData.Posted _                -> Type.POSTED;
            case EventData.NotBooked _             -> Type.REJECTED;
            case EventData.BookingCancelled _      -> Type.ERP_CANCELLED;
            case EventData.Reserved _              -> Type.ALLOCATED;
            case EventData.OnOrder _               -> Type.BACKORDERED;
            case EventData.Sent _                  -> Type.SHIPPED;
            case EventData.Brought _,
                 EventData.Fetched _               -> Type.DELIVERED;
            case EventData.Invoiced _              -> Type.INVOICED;
            case EventData.WhollyCancelled _,
                 EventData.PartlyCancelled _       -> Type.CANCELLED;
            case EventData.CameBack _              -> Type.RETURNED;
            case EventData.Refunded _              -> Type.REFUNDED;
            case EventData.Completed _             -> Type.COMPLETED;
            case EventData.TroubleRaised _         -> Type.EXCEPTION_RAISED;
            case EventData.TroubleResolved _       -> Type.EXCEPTION_RESOLVED;
        };
    }
    // spotless:on

    /** A rejection by the ERP is an event even if an earlier attempt is in doubt. */
    private static Optional<EventData> doubt(Fact.ErpInDoubt fact) {
        return fact.fault()
                .filter(Fault.Rejected.class::isInstance)
                .map(no -> new EventData.NotBooked(no.detail()));
    }

    private static Change.EventPublished told(Provenance of, String correlationId, EventData data) {
        return new Change.EventPublished(
                lower(type(data)) + "/" + of.key(),
                type(data),
                of.occurredAt(),
                correlationId,
                FlatData.of(data));
    }

    private static BookedDocument booked(ErpDocument document) {
        return new BookedDocument(
                document.reference().system(),
                document.number(),
                document.reference().id(),
                document.total());
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
