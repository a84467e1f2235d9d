package io.orderloom.kit.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderloom.core.Change;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.core.Posting;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.task.Task;

/** The names by which the cases of sealed types are written. A test holds them complete. */
final class SealedTypes {
    private SealedTypes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fact.OrderPlaced.class, name = Fact.OrderPlaced.KIND),
        @JsonSubTypes.Type(value = Fact.OrderCancelled.class, name = Fact.OrderCancelled.KIND),
        @JsonSubTypes.Type(value = Fact.RefundSettled.class, name = Fact.RefundSettled.KIND),
        @JsonSubTypes.Type(value = Fact.RefundFailed.class, name = Fact.RefundFailed.KIND),
        @JsonSubTypes.Type(value = Fact.ErpPosted.class, name = Fact.ErpPosted.KIND),
        @JsonSubTypes.Type(value = Fact.ErpRefused.class, name = Fact.ErpRefused.KIND),
        @JsonSubTypes.Type(
                value = Fact.ErpPostingSkipped.class,
                name = Fact.ErpPostingSkipped.KIND),
        @JsonSubTypes.Type(value = Fact.ErpCancelled.class, name = Fact.ErpCancelled.KIND),
        @JsonSubTypes.Type(value = Fact.ErpCancelRefused.class, name = Fact.ErpCancelRefused.KIND)
    })
    interface Facts {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Change.Deferred.class, name = "deferred"),
        @JsonSubTypes.Type(value = Change.Repeated.class, name = "repeated"),
        @JsonSubTypes.Type(value = Change.PostingRequested.class, name = "posting-requested"),
        @JsonSubTypes.Type(value = Change.PostingNotNeeded.class, name = "posting-not-needed"),
        @JsonSubTypes.Type(value = Change.PostingSkipped.class, name = "posting-skipped"),
        @JsonSubTypes.Type(value = Change.Posted.class, name = "posted"),
        @JsonSubTypes.Type(value = Change.PostingRefused.class, name = "posting-refused"),
        @JsonSubTypes.Type(value = Change.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Change.ErpCancelRequested.class, name = "erp-cancel-requested"),
        @JsonSubTypes.Type(value = Change.ErpCancelled.class, name = "erp-cancelled"),
        @JsonSubTypes.Type(value = Change.ErpCancelRefused.class, name = "erp-cancel-refused"),
        @JsonSubTypes.Type(value = Change.RefundRequested.class, name = "refund-requested"),
        @JsonSubTypes.Type(value = Change.Refunded.class, name = "refunded"),
        @JsonSubTypes.Type(value = Change.RefundFailed.class, name = "refund-failed"),
        @JsonSubTypes.Type(value = Change.RefundClosed.class, name = "refund-closed"),
        @JsonSubTypes.Type(value = Change.ExceptionRaised.class, name = "exception-raised")
    })
    interface Changes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Posting.Requested.class, name = "requested"),
        @JsonSubTypes.Type(value = Posting.NotNeeded.class, name = "not-needed"),
        @JsonSubTypes.Type(value = Posting.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = Posting.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Posting.Posted.class, name = "posted"),
        @JsonSubTypes.Type(value = Posting.Cancelling.class, name = "cancelling"),
        @JsonSubTypes.Type(value = Posting.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Posting.CancelRefused.class, name = "cancel-refused")
    })
    interface Postings {}

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
        @JsonSubTypes.Type(value = Message.Compensate.class, name = "compensate"),
        @JsonSubTypes.Type(value = Message.Tell.class, name = "tell"),
        @JsonSubTypes.Type(value = Message.TellOne.class, name = "tell-one")
    })
    interface Messages {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Task.Untried.class, name = "untried"),
        @JsonSubTypes.Type(value = Task.Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = Task.InDoubt.class, name = "in-doubt"),
        @JsonSubTypes.Type(value = Task.Postponed.class, name = "postponed")
    })
    interface Tasks {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OrderState.Expected.class, name = "expected"),
        @JsonSubTypes.Type(value = OrderState.Placed.class, name = "placed")
    })
    interface OrderStates {}
}
