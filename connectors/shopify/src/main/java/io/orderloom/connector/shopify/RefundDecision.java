package io.orderloom.connector.shopify;

import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.connector.shopify.OrderRefunds.Part;
import io.orderloom.connector.shopify.OrderRefunds.Refund;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import java.util.List;
import java.util.stream.Collectors;

/** Decides on an order's refund by the shop's record of its refunds. Pure. */
sealed interface RefundDecision {

    /**
     * @param failed how many refunds of Orderloom's before this one the payment provider refused
     */
    record Give(List<Part> parts, int failed) implements RefundDecision {}

    /** No money is to be refunded any more. */
    sealed interface End extends RefundDecision {}

    /** The refund was made already. */
    record Adopt(Refund refund) implements End {}

    /** A refund is on its way: it may still reach the buyer, or fail. */
    record Await(Refund refund) implements End {}

    record Stop(Fault fault) implements End {}

    static RefundDecision of(OrderRefunds refunds, RefundRequest request) {
        var pending = refunds.given().stream().filter(r -> r.pending().isPositive()).findFirst();
        if (pending.isPresent()) {
            return new Await(pending.get());
        }
        var ours = refunds.marked(RefundDocuments.mark(request));
        var counts =
                ours.stream()
                        .filter(refund -> !request.afterFailure() || refund.settled().isPositive())
                        .findFirst();
        if (counts.isPresent()) {
            return of(counts.get());
        }
        var owed = request.amount().transaction();
        var left = refunds.left(owed.currency());
        return left.compareTo(owed) < 0
                ? meanwhile(refunds, owed, left)
                : new Give(refunds.parts(owed), ours.size());
    }

    /**
     * Judges one refund, which may be on its way for days, and may be refused by the provider in
     * the end.
     */
    static End of(Refund ours) {
        if (ours.pending().isPositive()) {
            return new Await(ours);
        }
        if (ours.failed().isPositive() || ours.settled().isZero()) {
            return new Stop(
                    new Fault.Rejected(
                            "refund_failed",
                            ours.reference(),
                            "refund %s: %s was given back, %s was refused by the payment provider"
                                    .formatted(ours.reference(), ours.settled(), ours.failed())));
        }
        return new Adopt(ours);
    }

    /**
     * Decides when the payments hold less than is owed. One refund of exactly the owed amount is
     * the one that was to be made. Any other is another person's decision, which is not to be
     * completed here.
     */
    private static End meanwhile(OrderRefunds refunds, Money owed, Money left) {
        var others = refunds.given().stream().filter(r -> r.settled().isPositive()).toList();
        if (left.isZero() && others.size() == 1 && others.getFirst().settled().equals(owed)) {
            return of(others.getFirst());
        }
        return new Stop(
                new Fault.Rejected(
                        "less_refundable_than_owed",
                        "refunds",
                        "%s is owed, but the payments can give back only %s; given back in the shop: %s"
                                .formatted(owed, left, listed(others))));
    }

    private static String listed(List<Refund> refunds) {
        return refunds.isEmpty()
                ? "nothing"
                : refunds.stream()
                        .map(refund -> "%s (%s)".formatted(refund.settled(), refund.reference()))
                        .collect(Collectors.joining(", "));
    }
}
