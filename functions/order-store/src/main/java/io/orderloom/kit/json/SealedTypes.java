package io.orderloom.kit.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderloom.core.Change;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.event.EventData;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fault.Fault;
import io.orderloom.task.Task;

/** The names under which the cases of sealed types are written. A test fails if one is missing. */
final class SealedTypes {
    private SealedTypes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fact.OrderPlaced.class, name = Fact.OrderPlaced.KIND),
        @JsonSubTypes.Type(value = Fact.OrderEdited.class, name = Fact.OrderEdited.KIND),
        @JsonSubTypes.Type(value = Fact.OrderCancelled.class, name = Fact.OrderCancelled.KIND),
        @JsonSubTypes.Type(value = Fact.LinesCancelled.class, name = Fact.LinesCancelled.KIND),
        @JsonSubTypes.Type(value = Fact.RefundRequested.class, name = Fact.RefundRequested.KIND),
        @JsonSubTypes.Type(value = Fact.RefundPending.class, name = Fact.RefundPending.KIND),
        @JsonSubTypes.Type(value = Fact.RefundSettled.class, name = Fact.RefundSettled.KIND),
        @JsonSubTypes.Type(value = Fact.RefundFailed.class, name = Fact.RefundFailed.KIND),
        @JsonSubTypes.Type(value = Fact.ErpPosted.class, name = Fact.ErpPosted.KIND),
        @JsonSubTypes.Type(value = Fact.ErpAmended.class, name = Fact.ErpAmended.KIND),
        @JsonSubTypes.Type(value = Fact.ErpRefused.class, name = Fact.ErpRefused.KIND),
        @JsonSubTypes.Type(value = Fact.ErpInDoubt.class, name = Fact.ErpInDoubt.KIND),
        @JsonSubTypes.Type(
                value = Fact.ErpPostingSkipped.class,
                name = Fact.ErpPostingSkipped.KIND),
        @JsonSubTypes.Type(value = Fact.ErpCancelled.class, name = Fact.ErpCancelled.KIND),
        @JsonSubTypes.Type(value = Fact.ErpCancelRefused.class, name = Fact.ErpCancelRefused.KIND),
        @JsonSubTypes.Type(value = Fact.ErpInvoiced.class, name = Fact.ErpInvoiced.KIND),
        @JsonSubTypes.Type(value = Fact.ErpCredited.class, name = Fact.ErpCredited.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentAuthorized.class,
                name = PaymentFact.PaymentAuthorized.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentCaptured.class,
                name = PaymentFact.PaymentCaptured.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentVoided.class,
                name = PaymentFact.PaymentVoided.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentFailed.class,
                name = PaymentFact.PaymentFailed.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentStated.class,
                name = PaymentFact.PaymentStated.KIND),
        @JsonSubTypes.Type(
                value = PaymentFact.PaymentExpired.class,
                name = PaymentFact.PaymentExpired.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.Allocated.class,
                name = FulfilmentFact.Allocated.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.AllocationFailed.class,
                name = FulfilmentFact.AllocationFailed.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.Backordered.class,
                name = FulfilmentFact.Backordered.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.Shipped.class,
                name = FulfilmentFact.Shipped.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.Delivered.class,
                name = FulfilmentFact.Delivered.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.DeliveryFailed.class,
                name = FulfilmentFact.DeliveryFailed.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.ReturnedToSender.class,
                name = FulfilmentFact.ReturnedToSender.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.PickedUp.class,
                name = FulfilmentFact.PickedUp.KIND),
        @JsonSubTypes.Type(
                value = FulfilmentFact.Substituted.class,
                name = FulfilmentFact.Substituted.KIND),
        @JsonSubTypes.Type(
                value = ReturnFact.ReturnRequested.class,
                name = ReturnFact.ReturnRequested.KIND),
        @JsonSubTypes.Type(
                value = ReturnFact.ReturnReceived.class,
                name = ReturnFact.ReturnReceived.KIND),
        @JsonSubTypes.Type(
                value = ReturnFact.ReturnInspected.class,
                name = ReturnFact.ReturnInspected.KIND),
        @JsonSubTypes.Type(
                value = ProcessFact.TaxAdjusted.class,
                name = ProcessFact.TaxAdjusted.KIND),
        @JsonSubTypes.Type(
                value = ProcessFact.HoldPlaced.class,
                name = ProcessFact.HoldPlaced.KIND),
        @JsonSubTypes.Type(
                value = ProcessFact.HoldReleased.class,
                name = ProcessFact.HoldReleased.KIND),
        @JsonSubTypes.Type(
                value = ProcessFact.CaseLinked.class,
                name = ProcessFact.CaseLinked.KIND),
        @JsonSubTypes.Type(value = ProcessFact.Erased.class, name = ProcessFact.Erased.KIND)
    })
    interface Facts {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Change.Deferred.class, name = "deferred"),
        @JsonSubTypes.Type(value = Change.Revised.class, name = "revised"),
        @JsonSubTypes.Type(value = Change.Applied.class, name = "applied"),
        @JsonSubTypes.Type(value = Change.EventPublished.class, name = "told"),
        @JsonSubTypes.Type(value = Change.TaskRequested.class, name = "task-requested"),
        @JsonSubTypes.Type(value = Change.ExceptionRaised.class, name = "exception-raised"),
        @JsonSubTypes.Type(value = Change.ExceptionResolved.class, name = "exception-resolved")
    })
    interface Changes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EventData.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = EventData.Edited.class, name = "edited"),
        @JsonSubTypes.Type(value = EventData.Substituted.class, name = "substituted"),
        @JsonSubTypes.Type(value = EventData.TaxChanged.class, name = "tax-changed"),
        @JsonSubTypes.Type(value = EventData.Held.class, name = "held"),
        @JsonSubTypes.Type(value = EventData.Released.class, name = "released"),
        @JsonSubTypes.Type(value = EventData.Posted.class, name = "posted"),
        @JsonSubTypes.Type(value = EventData.NotBooked.class, name = "not-booked"),
        @JsonSubTypes.Type(value = EventData.BookingCancelled.class, name = "booking-cancelled"),
        @JsonSubTypes.Type(value = EventData.Reserved.class, name = "reserved"),
        @JsonSubTypes.Type(value = EventData.OnOrder.class, name = "on-order"),
        @JsonSubTypes.Type(value = EventData.Sent.class, name = "sent"),
        @JsonSubTypes.Type(value = EventData.Brought.class, name = "brought"),
        @JsonSubTypes.Type(value = EventData.Fetched.class, name = "fetched"),
        @JsonSubTypes.Type(value = EventData.Invoiced.class, name = "invoiced"),
        @JsonSubTypes.Type(value = EventData.WhollyCancelled.class, name = "wholly-cancelled"),
        @JsonSubTypes.Type(value = EventData.PartlyCancelled.class, name = "partly-cancelled"),
        @JsonSubTypes.Type(value = EventData.CameBack.class, name = "came-back"),
        @JsonSubTypes.Type(value = EventData.Refunded.class, name = "refunded"),
        @JsonSubTypes.Type(value = EventData.Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = EventData.TroubleRaised.class, name = "trouble-raised"),
        @JsonSubTypes.Type(value = EventData.TroubleResolved.class, name = "trouble-resolved")
    })
    interface EventDatas {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fault.Transient.class, name = "transient"),
        @JsonSubTypes.Type(value = Fault.RateLimited.class, name = "rate-limited"),
        @JsonSubTypes.Type(value = Fault.InDoubt.class, name = "in-doubt"),
        @JsonSubTypes.Type(value = Fault.Rejected.class, name = "rejected"),
        @JsonSubTypes.Type(value = Fault.Invalid.class, name = "invalid"),
        @JsonSubTypes.Type(value = Fault.Unauthorized.class, name = "unauthorized"),
        @JsonSubTypes.Type(value = Fault.Conflict.class, name = "conflict"),
        @JsonSubTypes.Type(value = Fault.Bug.class, name = "bug")
    })
    interface Faults {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Message.PostOrder.class, name = "post-order"),
        @JsonSubTypes.Type(value = Message.AmendOrder.class, name = "amend-order"),
        @JsonSubTypes.Type(value = Message.CreditOrder.class, name = "credit-order"),
        @JsonSubTypes.Type(value = Message.Compensate.class, name = "compensate"),
        @JsonSubTypes.Type(value = Message.PublishEvent.class, name = "tell"),
        @JsonSubTypes.Type(value = Message.DeliverEvent.class, name = "tell-one")
    })
    interface Messages {
        @JsonProperty
        int schema();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Task.Untried.class, name = "untried"),
        @JsonSubTypes.Type(value = Task.Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = Task.InDoubt.class, name = "in-doubt"),
        @JsonSubTypes.Type(value = Task.Postponed.class, name = "postponed")
    })
    interface Tasks {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "life")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ExceptionLife.Open.class, name = "open"),
        @JsonSubTypes.Type(value = ExceptionLife.Assigned.class, name = "assigned"),
        @JsonSubTypes.Type(value = ExceptionLife.Resolved.class, name = "resolved"),
        @JsonSubTypes.Type(value = ExceptionLife.Waived.class, name = "waived")
    })
    interface ExceptionLifes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OrderState.Awaited.class, name = "expected"),
        @JsonSubTypes.Type(value = OrderState.Placed.class, name = "placed")
    })
    interface OrderStates {
        @JsonProperty
        int schema();
    }

    interface ChangeSets {
        @JsonProperty
        int schema();
    }
}
