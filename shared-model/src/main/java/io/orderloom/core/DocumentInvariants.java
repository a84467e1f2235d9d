package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks invariants 1, 2 and 7 on an order's document, in each ledger separately. Tolerance is
 * zero: a document that does not add up, and whose difference nothing explains, is refused with the
 * difference and never balanced.
 */
final class DocumentInvariants {
    private DocumentInvariants() {}

    /** The first rule that the document breaks. */
    static Optional<Violation> broken(Order order) {
        try {
            return oneOfEachLine(order)
                    .or(() -> oneCurrency(order))
                    .or(() -> lineWorths(order))
                    .or(() -> lineTotals(order))
                    .or(() -> chargeTotals(order))
                    .or(() -> discountTotals(order))
                    .or(() -> orderTotal(order));
        } catch (ArithmeticException overflow) {
            return Optional.of(Violation.tooLarge(overflow));
        }
    }

    /** A line id may occur only once, because units are counted by it. */
    private static Optional<Violation> oneOfEachLine(Order order) {
        var seen = new HashSet<String>();
        return order.lines().stream()
                .map(Line::lineId)
                .filter(id -> !seen.add(id))
                .findFirst()
                .map(twice ->
                        new Violation(
                                Invariant.UNITS_CONSERVED,
                                "lines[%s]".formatted(twice),
                                "there are two lines of that id"));
    }

    private static Optional<Violation> lineWorths(Order order) {
        for (var line : order.lines()) {
            try {
                var _ = TermsOfOrder.worth(line);
            } catch (ArithmeticException overflow) {
                return Optional.of(
                        new Violation(
                                Invariant.LINE_TOTALS,
                                "lines[" + line.lineId() + "].total",
                                "the line with its taxes and duties is too large: " + overflow));
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> oneCurrency(Order order) {
        var total = order.declared().total();
        return amounts(order)
                .filter(amount -> !sameCurrencies(amount, total))
                .findFirst()
                .map(odd ->
                        new Violation(
                                Invariant.ONE_CURRENCY,
                                "currency",
                                "%s and %s are on one order of %s / %s"
                                        .formatted(
                                                odd.transaction(),
                                                odd.settlement(),
                                                total.transaction().currency(),
                                                total.settlement().currency())));
    }

    private static Optional<Violation> lineTotals(Order order) {
        return order.lines().stream()
                .flatMap(line ->
                        differs(
                                Invariant.LINE_TOTALS,
                                "lines[" + line.lineId() + "].total",
                                line.total(),
                                line.unitPrice()
                                        .times(line.quantity().value())
                                        .minus(allocated(line.discountAllocations(), line.total())),
                                "unit price × quantity less discounts")
                                .stream())
                .findFirst();
    }

    private static Optional<Violation> chargeTotals(Order order) {
        return order.shippingCharges().stream()
                .flatMap(charge ->
                        differs(
                                Invariant.LINE_TOTALS,
                                "shippingCharges[%s].total".formatted(charge.chargeId()),
                                charge.total(),
                                charge.price()
                                        .minus(
                                                allocated(
                                                        charge.discountAllocations(),
                                                        charge.total())),
                                "price less discounts")
                                .stream())
                .findFirst();
    }

    private static Optional<Violation> discountTotals(Order order) {
        var parts = new HashMap<Integer, Amount>();
        allocations(order).forEach(a -> parts.merge(a.application(), a.amount(), Amount::plus));
        return order.discounts().stream()
                .flatMap(discount ->
                        differs(
                                Invariant.LINE_TOTALS,
                                "discounts[" + discount.index() + "].amount",
                                discount.amount(),
                                parts.getOrDefault(discount.index(), discount.amount().zero()),
                                "the sum of its allocations")
                                .stream())
                .findFirst();
    }

    private static Optional<Violation> orderTotal(Order order) {
        var zero = order.declared().total().zero();
        var lines = Amount.sum(order.lines().stream().map(Line::total).toList(), zero);
        var shipping =
                Amount.sum(
                        order.shippingCharges().stream().map(ShippingCharge::total).toList(), zero);
        var duties =
                Amount.sum(
                        order.lines().stream()
                                .flatMap(line -> line.duties().stream())
                                .map(Line.Duty::amount)
                                .toList(),
                        zero);
        var taxes =
                Amount.sum(
                        TermsOfOrder.taxLines(order)
                                .filter(tax -> !tax.included())
                                .map(TaxLine::amount)
                                .toList(),
                        zero);
        var residuals = Amount.sum(order.residuals().stream().map(Residual::amount).toList(), zero);
        return differs(
                Invariant.ORDER_TOTAL,
                "total",
                order.declared().total(),
                lines.plus(shipping).plus(duties).plus(taxes).plus(residuals),
                "lines %s + shipping %s + duties %s + taxes not included %s + explained %s"
                        .formatted(
                                lines.transaction(),
                                shipping.transaction(),
                                duties.transaction(),
                                taxes.transaction(),
                                residuals.transaction()));
    }

    private static Optional<Violation> differs(
            Invariant invariant, String path, Amount stated, Amount computed, String how) {
        return Stream.of(Ledger.values())
                .filter(ledger -> !stated.in(ledger).equals(computed.in(ledger)))
                .findFirst()
                .map(ledger -> {
                    Money is = stated.in(ledger);
                    Money should = computed.in(ledger);
                    return new Violation(
                            invariant,
                            path,
                            "stated %s, but %s is %s; %s is unexplained (%s ledger)"
                                    .formatted(
                                            is,
                                            how,
                                            should,
                                            is.minus(should),
                                            ledger.name().toLowerCase(Locale.ROOT)));
                });
    }

    private static boolean sameCurrencies(Amount one, Amount other) {
        return Stream.of(Ledger.values())
                .allMatch(l -> one.in(l).currency().equals(other.in(l).currency()));
    }

    private static Amount allocated(List<DiscountAllocation> allocations, Amount like) {
        return Amount.sum(
                allocations.stream().map(DiscountAllocation::amount).toList(), like.zero());
    }

    private static Stream<DiscountAllocation> allocations(Order order) {
        return Stream.concat(
                order.lines().stream().flatMap(line -> line.discountAllocations().stream()),
                order.shippingCharges().stream()
                        .flatMap(charge -> charge.discountAllocations().stream()));
    }

    private static Stream<Amount> amounts(Order order) {
        return Stream.of(
                        Stream.of(order.captured()),
                        order.lines().stream().map(Line::total),
                        order.lines().stream().map(Line::unitPrice),
                        order.shippingCharges().stream().map(ShippingCharge::price),
                        order.shippingCharges().stream().map(ShippingCharge::total),
                        order.lines().stream()
                                .flatMap(line -> line.duties().stream())
                                .map(Line.Duty::amount),
                        order.discounts().stream().map(DiscountApplication::amount),
                        allocations(order).map(DiscountAllocation::amount),
                        order.residuals().stream().map(Residual::amount),
                        TermsOfOrder.taxLines(order).map(TaxLine::amount))
                .flatMap(stream -> stream);
    }
}
