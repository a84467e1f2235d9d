package io.orderloom.core;

import io.orderloom.core.OrderState.Cancellation.Refund;
import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds change-sets into a state; replaying an order's log gives its state. */
final class Evolution {
    private Evolution() {}

    static OrderState of(OrderState state, ChangeSet changeSet) {
        var folded = state;
        for (var change : changeSet.changes()) {
            folded = fold(folded, change, changeSet.correlationId());
        }
        return atVersion(folded, changeSet.version());
    }

    private static OrderState fold(OrderState state, Change change, String correlationId) {
        return switch (state) {
            case Expected expected -> fold(expected, change, correlationId);
            case Placed placed -> fold(placed, change);
        };
    }

    private static OrderState fold(Expected state, Change change, String correlationId) {
        return switch (change) {
            case Change.Deferred(var fact) -> waitingToo(state, fact);
            case Change.Accepted accepted -> placed(state.id(), accepted, correlationId);
            case Change.ExceptionRaised _, Change.Repeated _ -> state;
            case Change.PostingRequested _,
                    Change.PostingNotNeeded _,
                    Change.PostingSkipped _,
                    Change.Posted _,
                    Change.PostingRefused _,
                    Change.Cancelled _,
                    Change.ErpCancelRequested _,
                    Change.ErpCancelled _,
                    Change.ErpCancelRefused _,
                    Change.RefundRequested _,
                    Change.Refunded _,
                    Change.RefundFailed _,
                    Change.RefundClosed _ ->
                    throw new IllegalStateException(
                            "%s can't happen before %s is placed".formatted(change, state.id()));
        };
    }

    // spotless:off
    private static OrderState fold(Placed state, Change change) {
        return switch (change) {
            case Change.PostingRequested()                -> state.with(new Posting.Requested());
            case Change.PostingNotNeeded()                -> state.with(new Posting.NotNeeded());
            case Change.PostingSkipped()                  -> state.with(new Posting.Skipped());
            case Change.Posted(var document)              -> state.with(new Posting.Posted(document));
            case Change.PostingRefused(var fault)         -> state.with(new Posting.Refused(fault));
            case Change.ErpCancelRequested(var document)  -> state.with(new Posting.Cancelling(document));
            case Change.ErpCancelled(var document)        -> state.with(new Posting.Cancelled(document));
            case Change.ErpCancelRefused(var doc, var f)  -> state.with(new Posting.CancelRefused(doc, f));
            case Change.Cancelled(var reason, var money)  -> state.cancelled(reason, money);
            case Change.Refunded(_, var amount)           -> state.refundedBy(amount);
            case Change.RefundRequested _                 -> refund(state, Refund.REQUESTED);
            case Change.RefundFailed _                    -> refund(state, Refund.FAILED);
            case Change.RefundClosed()                    -> refund(state, Refund.SETTLED);
            case Change.ExceptionRaised _                 -> state;
            case Change.Repeated _                        -> state;
            case Change.Deferred _, Change.Accepted _     ->
                    throw new IllegalStateException(state.id() + " is placed already");
        };
    }
    // spotless:on

    private static Placed refund(Placed state, Refund refund) {
        return state.cancellation()
                .map(cancellation -> state.with(cancellation.with(refund)))
                .orElse(state);
    }

    private static Expected waitingToo(Expected state, Fact fact) {
        var waiting = new ArrayList<>(state.waiting());
        waiting.add(fact);
        return new Expected(state.id(), state.version(), List.copyOf(waiting));
    }

    private static Placed placed(OrderId id, Change.Accepted accepted, String correlationId) {
        return new Placed(
                id,
                0,
                accepted.documentRevision(),
                correlationId,
                accepted.profile(),
                accepted.total(),
                accepted.captured(),
                accepted.total().zero(),
                accepted.lines(),
                new Posting.Requested(),
                Optional.empty());
    }

    private static OrderState atVersion(OrderState state, long version) {
        return switch (state) {
            case Expected expected -> new Expected(expected.id(), version, expected.waiting());
            case Placed p ->
                    new Placed(
                            p.id(),
                            version,
                            p.documentRevision(),
                            p.correlationId(),
                            p.profile(),
                            p.total(),
                            p.captured(),
                            p.refunded(),
                            p.lines(),
                            p.posting(),
                            p.cancellation());
        };
    }
}
