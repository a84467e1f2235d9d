package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;

/**
 * Holds an order back from the ERP until the buyer's payment is covered, where its profile asks for
 * that. The hold is derived from what is known of the payment, so that the fact that releases it
 * needs no other fact. Pure.
 */
final class PaymentGate {
    /** The name of the hold in events and lists. */
    static final String HOLD = "payment";

    private PaymentGate() {}

    /** Whether the order waits for its payment now. An order that the ERP has waits no more. */
    static boolean holds(Placed order) {
        return isAsked(order)
                && order.cancellation().isEmpty()
                && order.erp().document().isEmpty()
                && !isCovered(order);
    }

    /** Whether the payment is asked for before the order is booked. */
    static boolean isAsked(Placed order) {
        return order.booked() && order.profile().awaitsPayment();
    }

    private static boolean isCovered(Placed order) {
        return switch (StatusRules.payment(order)) {
            case PAID, PARTIALLY_PAID, AUTHORIZED -> true;
            case PENDING, VOIDED, EXPIRED, FAILED -> false;
        };
    }

    /**
     * How often the posting was called for: once when the payment was first covered or the order
     * was cancelled without, and once more for each cover that came beside an authorization that
     * lapsed, because a request before it may have found the order held.
     */
    static int requests(Placed order) {
        if (!isAsked(order)) {
            return 1;
        }
        boolean cancelled = order.cancellation().isPresent();
        int covers = covers(order);
        return (covers > 0 || cancelled ? 1 : 0)
                + (hasLapsed(order) ? Math.max(0, covers - 1) : 0)
                + (hasLapsed(order) && cancelled ? 1 : 0);
    }

    /** Whether the payment was ever covered, even if it no longer is. */
    static boolean wasCovered(Placed order) {
        return covers(order) > 0;
    }

    private static int covers(Placed order) {
        int authorized = 0;
        for (var payment : order.payments()) {
            authorized += payment.authorized().transaction().isPositive() ? 1 : 0;
        }
        return order.tally(EventCount.COVERED_STATEMENTS)
                + order.tally(EventCount.CAPTURES)
                + authorized;
    }

    private static boolean hasLapsed(Placed order) {
        return order.tally(EventCount.LAPSED_STATEMENTS) > 0
                || order.payments().stream().anyMatch(p -> p.voided() || p.expired() || p.failed());
    }
}
