package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;

/**
 * Invariant 5: compares what the ERP has invoiced and credited with the goods that went out and
 * came back.
 *
 * @param settled whether all that left was invoiced and all that came back was credited; only then
 *     can both sides be compared
 * @param difference the ERP's books less the worth of the goods
 */
record InvoiceBalance(boolean settled, Money difference) {

    static InvoiceBalance of(Placed order) {
        boolean whole = order.cancellation().isPresent();
        boolean settled = !order.erp().invoiced().isZero();
        for (var line : order.lines()) {
            var is = Derivation.STANDARD.quantities(line, whole);
            settled &= same(line, UnitCount.INVOICED, is.shipped());
            settled &= same(line, UnitCount.CREDITED, is.returned());
        }
        var goods = Derivation.STANDARD.shippedWorth(order).in(order.profile().ledger());
        return new InvoiceBalance(
                settled, order.erp().invoiced().minus(order.erp().credited()).minus(goods));
    }

    private static boolean same(LineState line, UnitCount count, Quantity quantity) {
        return line.count(count).equals(quantity);
    }
}
