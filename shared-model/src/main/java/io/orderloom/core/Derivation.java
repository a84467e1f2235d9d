package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import io.orderloom.price.Proration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Derives where the units and the money of an order are, as pure functions of the sums that its
 * facts add up to.
 *
 * <p>A fact that states more than can be true yet (a refund before its capture, a shipment before
 * the edit that ordered it) is neither refused nor lost: the part that is covered counts, the rest
 * waits, and both follow from sums alone. That is why the outcome does not depend on the order of
 * arrival.
 */
class Derivation {
    static final Derivation STANDARD = new Derivation();

    List<LineQuantities> quantities(Placed order) {
        boolean whole = order.cancellation().isPresent();
        return order.lines().stream().map(line -> quantities(line, whole)).toList();
    }

    /**
     * @param whole whether the whole order was cancelled, and so all of the line
     */
    LineQuantities quantities(LineState line, boolean whole) {
        var ordered = line.ordered();
        var shipped = line.count(UnitCount.SHIPPED).min(ordered);
        var asked = whole ? ordered : line.count(UnitCount.CANCEL_REQUESTED);
        var cancelled = asked.min(ordered.minus(shipped));
        var left = ordered.minus(shipped).minus(cancelled);
        var allocated = line.count(UnitCount.ALLOCATED).less(shipped).min(left);
        var backordered = line.count(UnitCount.BACKORDERED).min(left.minus(allocated));
        var gone = shipped.plus(cancelled);
        return new LineQuantities(
                line.lineId(),
                ordered,
                left.minus(allocated).minus(backordered),
                allocated,
                backordered,
                shipped,
                cancelled,
                line.count(UnitCount.DELIVERED).min(shipped),
                asked.minus(cancelled).plus(line.count(UnitCount.RETURN_REQUESTED)).min(shipped),
                line.count(UnitCount.RETURNED)
                        .plus(line.count(UnitCount.RETURNED_TO_SENDER))
                        .min(shipped),
                line.count(UnitCount.INVOICED).min(shipped),
                line.count(UnitCount.CREDITED).min(gone),
                line.count(UnitCount.REFUNDED).min(gone));
    }

    /**
     * The money taken from the buyer. Channel and gateway count the same money, so the larger of
     * their two sums holds.
     */
    Amount captured(Placed order) {
        return order.captured().max(stated(order));
    }

    private static Amount stated(Placed order) {
        var sum = order.placed().zero();
        for (var payment : order.payments()) {
            sum = sum.plus(payment.captured());
        }
        return sum;
    }

    /**
     * The money that went back to the buyer and is covered by what was taken, for each payment and
     * in all.
     */
    Amount refunded(Placed order) {
        if (order.refunds().isEmpty()) {
            return order.placed().zero();
        }
        var covered = order.placed().zero();
        for (var payment : order.payments()) {
            covered = covered.plus(refundedOf(order, payment));
        }
        var sums = order.refundSums();
        covered = sums.unnamed().map(covered::plus).orElse(covered);
        var known =
                order.payments().stream().map(PaymentTree::reference).collect(Collectors.toSet());
        for (var named : sums.byPayment().entrySet()) {
            if (!known.contains(named.getKey())) {
                covered = covered.plus(named.getValue());
            }
        }
        return within(captured(order), covered);
    }

    /** Whether refunds on their way give back all that is left of what was taken. */
    boolean isAllUnderWay(Placed order) {
        var whole = captured(order);
        return order.refundSums()
                .pending()
                .map(pending -> within(whole, refunded(order).plus(pending)).equals(whole))
                .orElse(false);
    }

    /**
     * The part of a sum that is covered by a whole. A sum that reaches the whole in one ledger is
     * the whole in both: parts that were converted one by one differ from it by their roundings,
     * and the last of them takes what is left.
     */
    private static Amount within(Amount whole, Amount sum) {
        return reached(whole.transaction(), sum.transaction())
                        || reached(whole.settlement(), sum.settlement())
                ? whole
                : sum.min(whole);
    }

    private static boolean reached(Money whole, Money sum) {
        return whole.isPositive() && sum.compareTo(whole) >= 0;
    }

    /**
     * The money refunded of one payment. If no capture of the payment was stated, only the sum over
     * all payments can be checked.
     */
    Amount refundedOf(Placed order, PaymentTree payment) {
        var settled =
                order.refundSums()
                        .byPayment()
                        .getOrDefault(payment.reference(), order.placed().zero());
        return payment.captured().isZero() ? settled : settled.min(payment.captured());
    }

    /** The tax of a jurisdiction that went back and is covered by what was charged. */
    Amount taxRefunded(JurisdictionTax tax) {
        return tax.refunded().min(tax.charged().plus(tax.adjusted()).max(tax.charged().zero()));
    }

    /** The worth of the next {@code units} of a line after the first {@code before}. */
    Amount worth(LineState line, Quantity before, Quantity units) {
        return Proration.next(line.worth(), before, units, line.ordered());
    }

    /** The worth of the goods that left the house and did not come back. */
    Amount shippedWorth(Placed order) {
        boolean whole = order.cancellation().isPresent();
        var sum = order.placed().zero();
        for (var line : order.lines()) {
            var where = quantities(line, whole);
            sum =
                    sum.plus(worth(line, Quantity.ZERO, where.shipped()))
                            .minus(worth(line, Quantity.ZERO, where.returned()));
        }
        return sum;
    }
}
