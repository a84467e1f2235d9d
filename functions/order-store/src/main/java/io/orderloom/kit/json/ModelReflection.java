package io.orderloom.kit.json;

import io.orderloom.core.Cancellation;
import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.ErpBooks;
import io.orderloom.core.EventCount;
import io.orderloom.core.HoldState;
import io.orderloom.core.JurisdictionTax;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.LineState;
import io.orderloom.core.LineTerms;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderTerms;
import io.orderloom.core.PaymentTree;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.RefundState;
import io.orderloom.core.Rejection;
import io.orderloom.core.Revision;
import io.orderloom.core.UnitCount;
import io.orderloom.erp.ErpDocument;
import io.orderloom.event.EventData;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.HistoryEntry;
import io.orderloom.exception.Occurrences;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Disposition;
import io.orderloom.fact.ErpFact;
import io.orderloom.fact.Fact;
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
import io.orderloom.money.Ledger;
import io.orderloom.order.Adjustment;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Hold;
import io.orderloom.order.Line;
import io.orderloom.order.Mark;
import io.orderloom.order.Order;
import io.orderloom.order.Payment;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Registers every type of the model that JSON reads or writes, for native executables. A test fails
 * if one is missing.
 */
@RegisterForReflection(
        targets = {
            Adjustment.Type.class,
            Adjustment.class,
            Cancellation.class,
            Change.Accepted.class,
            Change.Applied.class,
            Change.Deferred.class,
            Change.ExceptionRaised.class,
            Change.ExceptionResolved.class,
            Change.Revised.class,
            Change.TaskRequested.class,
            Change.EventPublished.class,
            Change.class,
            ChangeSet.class,
            Channel.Type.class,
            Channel.class,
            UnitCount.class,
            Customer.Kind.class,
            Customer.class,
            AuditEntry.class,
            DiscountAllocation.class,
            DiscountApplication.Funding.class,
            DiscountApplication.Target.class,
            DiscountApplication.class,
            Disposition.class,
            ErpBooks.Amendment.class,
            ErpBooks.Booked.class,
            ErpBooks.class,
            ErpDocument.State.class,
            ErpDocument.class,
            ErpFact.class,
            EventData.Accepted.class,
            EventData.BookedDocument.class,
            EventData.BookingCancelled.class,
            EventData.Brought.class,
            EventData.CameBack.class,
            EventData.Completed.class,
            EventData.Edited.class,
            EventData.Fetched.class,
            EventData.Held.class,
            EventData.Invoiced.class,
            EventData.NotBooked.class,
            EventData.OnOrder.class,
            EventData.PartlyCancelled.class,
            EventData.Posted.class,
            EventData.Refunded.class,
            EventData.Released.class,
            EventData.Reserved.class,
            EventData.Sent.class,
            EventData.Substituted.class,
            EventData.TaxChanged.class,
            EventData.TroubleRaised.class,
            EventData.TroubleResolved.class,
            EventData.WhollyCancelled.class,
            EventData.class,
            ExceptionLife.Assigned.class,
            ExceptionLife.Live.class,
            ExceptionLife.Open.class,
            ExceptionLife.Resolved.class,
            ExceptionLife.Waived.class,
            ExceptionLife.class,
            ExternalReference.class,
            Fact.ErpAmended.class,
            Fact.ErpCancelRefused.class,
            Fact.ErpCancelled.class,
            Fact.ErpCredited.class,
            Fact.ErpInDoubt.class,
            Fact.ErpInvoiced.class,
            Fact.ErpPosted.class,
            Fact.ErpPostingSkipped.class,
            Fact.ErpRefused.class,
            Fact.LinesCancelled.class,
            Fact.OrderCancelled.class,
            Fact.OrderEdited.class,
            Fact.OrderPlaced.class,
            Fact.RefundFailed.class,
            Fact.RefundPending.class,
            Fact.RefundRequested.class,
            Fact.RefundSettled.class,
            Fact.class,
            Fault.Bug.class,
            Fault.Conflict.class,
            Fault.InDoubt.class,
            Fault.Invalid.class,
            Fault.RateLimited.class,
            Fault.Rejected.class,
            Fault.Transient.class,
            Fault.Unauthorized.class,
            Fault.class,
            FulfilmentFact.Allocated.class,
            FulfilmentFact.AllocationFailed.class,
            FulfilmentFact.Backordered.class,
            FulfilmentFact.Delivered.class,
            FulfilmentFact.DeliveryFailed.class,
            FulfilmentFact.PickedUp.class,
            FulfilmentFact.ReturnedToSender.class,
            FulfilmentFact.Shipped.class,
            FulfilmentFact.Substituted.class,
            FulfilmentFact.class,
            FulfilmentGroup.Mode.class,
            FulfilmentGroup.class,
            Hold.Kind.class,
            Hold.class,
            HoldState.class,
            JurisdictionTax.class,
            Ledger.class,
            LifecycleEvent.Type.class,
            LifecycleEvent.class,
            Line.Duty.class,
            Line.Type.class,
            Line.class,
            LineState.class,
            LineTerms.class,
            Occurrences.class,
            Message.AmendOrder.class,
            Message.Compensate.Step.class,
            Message.Compensate.class,
            Message.CreditOrder.class,
            Message.ForCompensation.class,
            Message.ForErp.class,
            Message.ForStatus.class,
            Message.ForTask.class,
            Message.PostOrder.class,
            Message.PublishEvent.class,
            Message.DeliverEvent.class,
            Message.class,
            Order.Flags.class,
            Order.class,
            OrderException.Owner.class,
            OrderException.Type.class,
            OrderException.class,
            OrderState.Awaited.class,
            OrderState.Placed.class,
            Mark.class,
            OrderState.class,
            OrderTerms.class,
            Payment.Kind.class,
            Payment.Status.class,
            Payment.class,
            PaymentFact.PaymentAuthorized.class,
            PaymentFact.PaymentCaptured.class,
            PaymentFact.PaymentExpired.class,
            PaymentFact.PaymentFailed.class,
            PaymentFact.PaymentStated.class,
            PaymentFact.PaymentVoided.class,
            PaymentFact.class,
            PaymentStatus.class,
            PaymentTree.class,
            PersonalData.Address.class,
            PersonalData.class,
            PostingProfile.PostWhen.class,
            PostingProfile.Refunds.class,
            PostingProfile.TestOrders.class,
            PostingProfile.class,
            ProcessFact.CaseLinked.class,
            ProcessFact.Erased.class,
            ProcessFact.HoldPlaced.class,
            ProcessFact.HoldReleased.class,
            ProcessFact.TaxAdjusted.class,
            ProcessFact.class,
            Provenance.class,
            RefundCause.class,
            RefundState.Stage.class,
            RefundState.class,
            Rejection.class,
            Residual.Cause.class,
            Reference.class,
            ReferenceKey.class,
            Residual.class,
            ReturnFact.ReturnInspected.class,
            ReturnFact.ReturnReceived.class,
            ReturnFact.ReturnRequested.class,
            ReturnFact.class,
            Revision.class,
            Role.class,
            SealedTypes.ChangeSets.class,
            SealedTypes.Changes.class,
            SealedTypes.ExceptionLifes.class,
            SealedTypes.Facts.class,
            SealedTypes.Faults.class,
            SealedTypes.Messages.class,
            SealedTypes.OrderStates.class,
            SealedTypes.Tasks.class,
            ShippingCharge.class,
            HistoryEntry.Kind.class,
            HistoryEntry.class,
            EventCount.class,
            Task.Claimed.class,
            Task.InDoubt.class,
            Task.Postponed.class,
            Task.Untried.class,
            Task.class,
            TaskKind.class,
            TaxLine.Collector.class,
            TaxLine.class,
            TaxShare.class,
            Totals.class,
            Units.class
        })
final class ModelReflection {
    private ModelReflection() {}
}
