package io.orderloom.kit.json;

import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.LineQuantities;
import io.orderloom.core.Message;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderState;
import io.orderloom.core.Posting;
import io.orderloom.core.PostingProfile;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.money.Ledger;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.PersonalData;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import io.orderloom.task.Task;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Every type of the model that JSON reads or writes, for native executables. A test holds it
 * complete.
 */
@RegisterForReflection(
        targets = {
            Change.Accepted.class,
            Change.Cancelled.class,
            Change.Deferred.class,
            Change.ErpCancelRefused.class,
            Change.ErpCancelRequested.class,
            Change.ErpCancelled.class,
            Change.ExceptionRaised.class,
            Change.Posted.class,
            Change.PostingNotNeeded.class,
            Change.PostingRefused.class,
            Change.PostingRequested.class,
            Change.PostingSkipped.class,
            Change.RefundClosed.class,
            Change.RefundFailed.class,
            Change.RefundRequested.class,
            Change.Refunded.class,
            Change.Repeated.class,
            Change.class,
            ChangeSet.class,
            Channel.Type.class,
            Channel.class,
            Customer.Kind.class,
            Customer.class,
            DiscountAllocation.class,
            DiscountApplication.Funding.class,
            DiscountApplication.Target.class,
            DiscountApplication.class,
            ErpDocument.State.class,
            ErpDocument.class,
            ExternalReference.class,
            Fact.ErpCancelRefused.class,
            Fact.ErpCancelled.class,
            Fact.ErpPosted.class,
            Fact.ErpPostingSkipped.class,
            Fact.ErpRefused.class,
            Fact.OrderCancelled.class,
            Fact.OrderPlaced.class,
            Fact.RefundFailed.class,
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
            FulfilmentGroup.Mode.class,
            FulfilmentGroup.class,
            Ledger.class,
            LifecycleEvent.Type.class,
            LifecycleEvent.class,
            Line.Duty.class,
            Line.Type.class,
            Line.class,
            LineQuantities.class,
            Message.Compensate.Step.class,
            Message.Compensate.class,
            Message.PostOrder.class,
            Message.Tell.class,
            Message.TellOne.class,
            Message.class,
            Order.Flags.class,
            Order.class,
            OrderException.Owner.class,
            OrderException.Type.class,
            OrderException.class,
            OrderState.Cancellation.Refund.class,
            OrderState.Cancellation.class,
            OrderState.Expected.class,
            OrderState.Placed.class,
            OrderState.class,
            PaymentStatus.class,
            PersonalData.Address.class,
            PersonalData.class,
            Posting.CancelRefused.class,
            Posting.Cancelled.class,
            Posting.Cancelling.class,
            Posting.NotNeeded.class,
            Posting.Posted.class,
            Posting.Refused.class,
            Posting.Requested.class,
            Posting.Skipped.class,
            Posting.class,
            PostingProfile.TestOrders.class,
            PostingProfile.class,
            Provenance.class,
            Role.class,
            SealedTypes.Changes.class,
            SealedTypes.Facts.class,
            SealedTypes.Faults.class,
            SealedTypes.Messages.class,
            SealedTypes.OrderStates.class,
            SealedTypes.Postings.class,
            SealedTypes.Tasks.class,
            ShippingCharge.class,
            Task.Claimed.class,
            Task.InDoubt.class,
            Task.Postponed.class,
            Task.Untried.class,
            Task.class,
            TaxLine.Collector.class,
            TaxLine.class,
            Totals.class
        })
final class ModelReflection {
    private ModelReflection() {}
}
