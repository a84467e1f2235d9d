package io.orderloom.simulation.oracle;

import io.orderloom.money.Money;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.SimulatedOrder;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Compares the refunds with the order that the shop has.
 *
 * @param refused whether an open exception names this refund as refused by the shop
 * @param found receives each finding
 */
record RefundCheck(
        SimulatedOrder order,
        List<PaymentBook.Given> refunds,
        boolean refused,
        BiConsumer<Kind, String> found) {

    void check(Promise promise) {
        if (refunds.size() > 1) {
            found.accept(Kind.MONEY, "given back %d times".formatted(refunds.size()));
        }
        var total = order.total();
        boolean wrong =
                refunds.stream()
                        .map(PaymentBook.Given::amount)
                        .anyMatch(amount ->
                                amount.settlement().minorUnits() != total.shop()
                                        || amount.transaction().minorUnits() != total.buyer()
                                        || !currencies(amount.settlement(), amount.transaction()));
        if (wrong) {
            found.accept(Kind.MONEY, "given back " + refunds);
        }
        switch (promise) {
            case UNDONE -> {
                if (refunds.isEmpty() && !refused) {
                    found.accept(Kind.MONEY, "cancelled, but never given back");
                }
            }
            case UNHEARD -> {
                if (order.kind() != SimulatedOrder.Kind.CANCELLED) {
                    none();
                }
            }
            case BOOKED, KEPT_OUT, KEPT_OUT_OR_BOOKED, REFUSED -> none();
        }
    }

    private boolean currencies(Money settlement, Money transaction) {
        return settlement.currency().code().equals(order.currencies().shop())
                && transaction.currency().code().equals(order.currencies().buyer());
    }

    private void none() {
        if (!refunds.isEmpty()) {
            found.accept(Kind.MONEY, "given back without being cancelled");
        }
    }
}
