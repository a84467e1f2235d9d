package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Invariants 1, 2 and 7 of an order's money, in each ledger apart. Tolerance is zero: what does not
 * add up is refused with the difference, never balanced.
 */
final class MoneyCheck {

    /**
     * @param path the field that is off
     */
    record Violation(String path, String detail) {}

    private MoneyCheck() {}

    /** The first thing that does not add up. */
    static Optional<Violation> of(Order order) {
        try {
            return currencies(order)
                    .or(() -> lines(order))
                    .or(() -> charges(order))
                    .or(() -> discounts(order))
                    .or(() -> total(order));
        } catch (ArithmeticException overflow) {
            return Optional.of(
                    new Violation("total", "amounts are too large to add up: " + overflow));
        }
    }

    private static Optional<Violation> currencies(Order order) {
        var total = order.declared().total();
        return amounts(order)
                .filter(amount -> !sameCurrencies(amount, total))
                .findFirst()
                .map(odd ->
                        new Violation(
                                "currency",
                                "%s and %s are on one order of %s / %s"
                                        .formatted(
                                                odd.transaction(),
                                                odd.settlement(),
                                                total.transaction().currency(),
                                                total.settlement().currency())));
    }

    private static Optional<Violation> lines(Order order) {
        return order.lines().stream()
                .flatMap(line ->
                        differs(
                                "lines[%s].total".formatted(line.lineId()),
                                line.total(),
                                line.unitPrice()
                                        .times(line.quantity().value())
                                        .minus(allocated(line.discountAllocations(), line.total())),
                                "unit price × quantity less discounts")
                                .stream())
                .findFirst();
    }

    private static Optional<Violation> charges(Order order) {
        return order.shippingCharges().stream()
                .flatMap(charge ->
                        differs(
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

    private static Optional<Violation> discounts(Order order) {
        return order.discounts().stream()
                .flatMap(discount -> {
                    var parts =
                            allocations(order)
                                    .filter(a -> a.application() == discount.index())
                                    .toList();
                    return differs(
                            "discounts[%d].amount".formatted(discount.index()),
                            discount.amount(),
                            allocated(parts, discount.amount()),
                            "the sum of its allocations")
                            .stream();
                })
                .findFirst();
    }

    private static Optional<Violation> total(Order order) {
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
                        taxLines(order)
                                .filter(tax -> !tax.included())
                                .map(TaxLine::amount)
                                .toList(),
                        zero);
        return differs(
                "total",
                order.declared().total(),
                lines.plus(shipping).plus(duties).plus(taxes),
                "lines %s + shipping %s + duties %s + taxes not included %s"
                        .formatted(
                                lines.transaction(),
                                shipping.transaction(),
                                duties.transaction(),
                                taxes.transaction()));
    }

    private static Optional<Violation> differs(
            String path, Amount stated, Amount computed, String how) {
        return Stream.of(Ledger.values())
                .filter(ledger -> !stated.in(ledger).equals(computed.in(ledger)))
                .findFirst()
                .map(ledger -> {
                    Money is = stated.in(ledger);
                    Money should = computed.in(ledger);
                    return new Violation(
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

    private static Stream<TaxLine> taxLines(Order order) {
        return Stream.of(
                        order.lines().stream().flatMap(line -> line.taxLines().stream()),
                        order.lines().stream()
                                .flatMap(line -> line.duties().stream())
                                .flatMap(duty -> duty.taxLines().stream()),
                        order.shippingCharges().stream()
                                .flatMap(charge -> charge.taxLines().stream()),
                        order.orderTaxLines().stream())
                .flatMap(stream -> stream);
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
                        taxLines(order).map(TaxLine::amount))
                .flatMap(stream -> stream);
    }
}
