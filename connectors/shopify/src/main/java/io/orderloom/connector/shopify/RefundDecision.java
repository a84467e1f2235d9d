package io.orderloom.connector.shopify;

import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.connector.shopify.OrderRefunds.Part;
import io.orderloom.connector.shopify.OrderRefunds.Refund;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be done about an order's refund, by what the shop says of it. Pure. */
sealed interface RefundDecision {

    /**
     * @param failed refunds of ours before this one, which the payment provider refused
     */
    record Give(List<Part> parts, int failed) implements RefundDecision {}

    /** Nothing is to be given any more. */
    sealed interface End extends RefundDecision {}

    /** It was given back. */
    record Adopt(Refund refund) implements End {}

    /** One is on its way: it may still reach the buyer, or fail. */
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

    /** A refund of ours may be on its way for days, and a provider may refuse it in the end. */
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
     * The payments hold less than is owed. One refund of just what is owed is the one that was to
     * be made; anything else is somebody's decision that is not ours to complete.
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
