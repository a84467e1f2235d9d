package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.RefundState.Stage;
import io.orderloom.order.Quantity;

/** Tells how far the ERP and the buyer's refund have come. Pure. */
final class Finance {
    private Finance() {}

    static Posting posting(Placed order) {
        if (!order.booked()) {
            return new Posting.NotNeeded();
        }
        var erp = order.erp();
        if (erp.cancelled().isPresent()) {
            return new Posting.Cancelled(erp.cancelled().get());
        }
        if (erp.document().isPresent()) {
            var document = erp.document().get();
            if (order.cancellation().isEmpty() || shipped(order)) {
                return new Posting.Posted(document);
            }
            return erp.cancelRefused()
                    .<Posting>map(no -> new Posting.CancelRefused(document, no.fault()))
                    .orElseGet(() -> new Posting.Cancelling(document));
        }
        if (erp.skipped()) {
            return new Posting.Skipped();
        }
        // A rejection tells nothing about the attempts before and after it.
        if (erp.inDoubt()) {
            return new Posting.InDoubt();
        }
        return erp.refused()
                .<Posting>map(no -> new Posting.Refused(no.fault()))
                .orElseGet(Posting.Requested::new);
    }

    /**
     * Whether any unit has left the house. Such units come back as a return and are credited; their
     * document is never just cancelled.
     */
    private static boolean shipped(Placed order) {
        return order.lines().stream()
                .anyMatch(line -> line.count(UnitCount.SHIPPED).compareTo(Quantity.ZERO) > 0);
    }

    /** Whether the ERP holds nothing of the order that would have to be undone before a refund. */
    static boolean undone(Placed order) {
        var erp = order.erp();
        return !order.booked()
                || erp.skipped()
                || (erp.refused().isPresent() && !erp.inDoubt() && erp.document().isEmpty())
                || erp.cancelled().isPresent();
    }

    static RefundDue refundDue(Placed order) {
        if (order.cancellation().isEmpty()) {
            return RefundDue.NOT_CANCELLED;
        }
        if (order.refundable().isZero() && undone(order)) {
            return RefundDue.SETTLED;
        }
        if (!undone(order)
                || shipped(order)
                || order.profile().refunded() == PostingProfile.Refunds.NEVER) {
            return RefundDue.NOT_DECIDED;
        }
        if (Derivation.STANDARD.isAllUnderWay(order)) {
            return RefundDue.UNDER_WAY;
        }
        if (!Derivation.STANDARD.refunded(order).isZero()
                || order.profile().refunded() == PostingProfile.Refunds.AS_THE_CHANNEL_DID) {
            return RefundDue.ASKED;
        }
        return order.refundSums().stages().contains(Stage.FAILED)
                ? RefundDue.FAILED
                : RefundDue.REQUESTED;
    }
}
