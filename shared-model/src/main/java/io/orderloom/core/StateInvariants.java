package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.Optional;

/**
 * Checks invariants 3 to 7 on the values derived from an order's state. They hold whatever facts
 * state, since units and money that nothing covers yet wait. A violation is a mistake in our own
 * arithmetic.
 */
final class StateInvariants {
    private final Derivation derivation;

    StateInvariants(Derivation derivation) {
        this.derivation = derivation;
    }

    /** The first invariant that does not hold. */
    Optional<Violation> broken(Placed order) {
        boolean whole = order.cancellation().isPresent();
        for (var line : order.lines()) {
            var where = derivation.quantities(line, whole);
            var broken =
                    oneCurrency(order, line)
                            .or(() -> unitsConserved(line, where, whole))
                            .or(() -> returnedUnits(where))
                            .or(() -> partsAddUp(line, where));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return refundsCovered(order).or(() -> taxRefundsCovered(order));
    }

    Optional<Violation> oneCurrency(Placed order, LineState line) {
        return line.worth().fits(order.placed())
                ? Optional.empty()
                : violation(Invariant.ONE_CURRENCY, line, "worth " + line.worth().transaction());
    }

    /** Checks invariant 6. */
    Optional<Violation> unitsConserved(LineState line, LineQuantities where, boolean whole) {
        boolean conserved =
                where.ordered().equals(line.ordered())
                        && where.active().plus(where.cancelled()).equals(line.ordered())
                        && where.shipped().equals(line.count(UnitCount.SHIPPED).min(line.ordered()))
                        && (!whole || where.toShip().isZero())
                        && (whole || cancelledAsAsked(line, where));
        return conserved
                ? Optional.empty()
                : violation(Invariant.UNITS_CONSERVED, line, where.toString());
    }

    /**
     * Whether all units that were to be cancelled are cancelled, or have left and are to come back.
     */
    private static boolean cancelledAsAsked(LineState line, LineQuantities where) {
        var asked = line.count(UnitCount.CANCEL_REQUESTED);
        return where.cancelled().compareTo(asked) <= 0
                && (where.cancelled().plus(where.toReturn()).compareTo(asked.min(line.ordered()))
                        >= 0);
    }

    /** Checks invariant 4, and that units that arrived or came back are part of those that left. */
    Optional<Violation> returnedUnits(LineQuantities where) {
        var gone = where.shipped().plus(where.cancelled());
        boolean covered =
                within(where.refunded(), gone)
                        && within(where.credited(), gone)
                        && within(where.invoiced(), where.shipped())
                        && within(where.delivered(), where.shipped())
                        && within(where.returned(), where.shipped())
                        && within(where.toReturn(), where.shipped());
        return covered
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                Invariant.RETURNED_UNITS,
                                "lines[%s]".formatted(where.lineId()),
                                where.toString()));
    }

    /**
     * Checks that the parts of a line are worth the whole, however it is split. Invariant 5 rests
     * on this.
     */
    Optional<Violation> partsAddUp(LineState line, LineQuantities where) {
        if (line.ordered().isZero()) {
            return Optional.empty();
        }
        var shipped = derivation.worth(line, Quantity.ZERO, where.shipped());
        var rest = derivation.worth(line, where.shipped(), line.ordered().minus(where.shipped()));
        return shipped.plus(rest).equals(line.worth())
                ? Optional.empty()
                : violation(
                        Invariant.INVOICES_BALANCE,
                        line,
                        "shipped %s and the rest %s are not %s"
                                .formatted(
                                        shipped.transaction(),
                                        rest.transaction(),
                                        line.worth().transaction()));
    }

    /** Checks invariant 3. */
    Optional<Violation> refundsCovered(Placed order) {
        for (var payment : order.payments()) {
            if (!payment.captured().isZero()
                    && exceeds(derivation.refundedOf(order, payment), payment.captured())) {
                return Optional.of(
                        new Violation(
                                Invariant.REFUNDS_COVERED,
                                "payments[%s]".formatted(payment.reference()),
                                "more went back than was taken"));
            }
        }
        return exceeds(derivation.refunded(order), derivation.captured(order))
                ? Optional.of(
                        new Violation(
                                Invariant.REFUNDS_COVERED,
                                "refunds",
                                "%s went back of %s"
                                        .formatted(
                                                derivation.refunded(order).transaction(),
                                                derivation.captured(order).transaction())))
                : Optional.empty();
    }

    private Optional<Violation> taxRefundsCovered(Placed order) {
        return order.taxes().stream()
                .filter(tax ->
                        exceeds(
                                derivation.taxRefunded(tax),
                                tax.charged().plus(tax.adjusted()).max(tax.charged().zero())))
                .findFirst()
                .map(tax ->
                        new Violation(
                                Invariant.REFUNDS_COVERED,
                                "taxes[%s]".formatted(tax.jurisdiction()),
                                "more tax went back than was charged"));
    }

    private static boolean within(Quantity part, Quantity of) {
        return part.compareTo(of) <= 0;
    }

    private static boolean exceeds(Amount part, Amount of) {
        return part.transaction().compareTo(of.transaction()) > 0
                || part.settlement().compareTo(of.settlement()) > 0;
    }

    private static Optional<Violation> violation(Invariant invariant, LineState line, String how) {
        return Optional.of(new Violation(invariant, "lines[%s]".formatted(line.lineId()), how));
    }
}
