package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares the sums that a payload states with the parts themselves. A contradiction is rejected
 * with the field, since nobody can tell which of the two is right.
 *
 * <p>An order whose total does not add up is left to the order core, which names the difference.
 */
record StatedParts(JsonField payload, ShopifyMoney money, Order order) {

    void check() {
        presentment();
        bothLedgers();
        if (addsUp()) {
            subtotal();
            discounts();
            shipping();
            taxes();
        }
    }

    /** The buyer's currency is known from the total's set and must not be stated differently. */
    private void presentment() {
        var field = payload.at("presentment_currency");
        field.text()
                .filter(code -> !code.equals(money.presentment().code()))
                .ifPresent(code -> {
                    throw field.unfit(
                            "is %s, but the total is stated in %s"
                                    .formatted(Quoted.of(code), money.presentment()));
                });
    }

    /** An amount that is positive in one currency must be positive in the other. */
    private void bothLedgers() {
        var total = order.declared().total();
        oneIsNothing(total, payload.at("total_price_set"));
        for (int i = 0; i < order.lines().size(); i++) {
            var price = order.lines().get(i).unitPrice();
            if (nothingForSomething(price, total)) {
                oneIsNothing(price, payload.at("line_items[" + i + "]").at("price_set"));
            }
        }
    }

    private static void oneIsNothing(Amount amount, JsonField set) {
        if (amount.transaction().isZero() && !amount.settlement().isZero()) {
            throw set.at("presentment_money")
                    .at("amount")
                    .unfit("is nothing, but for the shop it is " + amount.settlement());
        }
        if (amount.settlement().isZero() && !amount.transaction().isZero()) {
            throw set.at("shop_money")
                    .at("amount")
                    .unfit("is nothing, but for the buyer it is " + amount.transaction());
        }
    }

    /** Ignores amounts so small that they are less than the smallest unit of the other currency. */
    private static boolean nothingForSomething(Amount price, Amount total) {
        return (price.transaction().isZero()
                        && !price.settlement()
                                .inProportion(total.settlement(), total.transaction())
                                .isZero())
                || (price.settlement().isZero()
                        && !price.transaction()
                                .inProportion(total.transaction(), total.settlement())
                                .isZero());
    }

    private boolean addsUp() {
        var parts =
                lines(Line::total)
                        .plus(charges(ShippingCharge::total))
                        .plus(duties())
                        .plus(sum(taxLines().filter(tax -> !tax.included())))
                        .plus(residuals());
        return parts.equals(order.declared().total());
    }

    private Amount residuals() {
        return Amount.sum(order.residuals().stream().map(Residual::amount).toList(), money.zero());
    }

    /** Some sources state the subtotal before discounts, and not all include tips in it. */
    private void subtotal() {
        var field = payload.at("subtotal_price");
        if (!stated(field)) {
            return;
        }
        var most = lines(StatedParts::gross);
        var tips =
                Amount.sum(
                        order.lines().stream()
                                .filter(line ->
                                        line.type() == Line.Type.TIP
                                                || line.type() == Line.Type.FEE)
                                .map(Line::total)
                                .toList(),
                        money.zero());
        var least = most.minus(allLines()).minus(allCharges()).minus(tips);
        between(field, order.declared().lines(), least, most, order.lines().size(), "the lines");
    }

    private void discounts() {
        var field = payload.at("total_discounts");
        if (!stated(field)) {
            return;
        }
        var lines = allLines();
        int parts =
                order.lines().stream().mapToInt(l -> l.discountAllocations().size()).sum()
                        + order.shippingCharges().stream()
                                .mapToInt(c -> c.discountAllocations().size())
                                .sum();
        between(
                field,
                order.declared().discounts(),
                lines,
                lines.plus(allCharges()),
                parts,
                "what is taken off lines and charges");
    }

    private void shipping() {
        var field = payload.at("total_shipping_price_set");
        if (!field.present()) {
            return;
        }
        var removed =
                payload.at("shipping_lines")
                        .elements()
                        .filter(line -> line.at("is_removed").isTrue())
                        .map(line -> money.price(line, "price"))
                        .toList();
        between(
                field,
                order.declared().shipping(),
                charges(ShippingCharge::total),
                charges(ShippingCharge::price).plus(Amount.sum(removed, money.zero())),
                order.shippingCharges().size() + removed.size(),
                "the shipping lines");
    }

    /** Rounding on the whole order may differ from rounding on each of several lines. */
    private void taxes() {
        var field = payload.at("total_tax");
        if (!stated(field)) {
            return;
        }
        var sum = sum(taxLines()).plus(residuals());
        int parts = (int) taxLines().count();
        var stated = order.declared().tax();
        for (var ledger : Ledger.values()) {
            close(field, stated.in(ledger), sum.in(ledger), parts, "the tax lines");
        }
    }

    private boolean stated(JsonField field) {
        return field.present() || payload.at(field.path() + "_set").present();
    }

    private void between(
            JsonField field, Amount stated, Amount least, Amount most, int parts, String of) {
        boolean exact = money.shop().equals(money.presentment());
        for (var ledger : Ledger.values()) {
            var is = stated.in(ledger);
            var end = is.compareTo(least.in(ledger)) < 0 ? least.in(ledger) : most.in(ledger);
            boolean within =
                    is.compareTo(least.in(ledger)) >= 0 && is.compareTo(most.in(ledger)) <= 0;
            if (!within) {
                close(field, is, end, exact ? 0 : parts, of);
            }
        }
    }

    private static void close(JsonField field, Money stated, Money computed, int parts, String of) {
        long roundings = parts < 2 ? 0 : (parts + 1) / 2;
        long off = Math.subtractExact(stated.minorUnits(), computed.minorUnits());
        if (Math.abs(off) > roundings) {
            throw field.unfit("is %s, but %s come to %s".formatted(stated, of, computed));
        }
    }

    private static Amount gross(Line line) {
        return line.unitPrice().times(line.quantity().value());
    }

    private Amount lines(Function<Line, Amount> of) {
        return Amount.sum(order.lines().stream().map(of).toList(), money.zero());
    }

    private Amount charges(Function<ShippingCharge, Amount> of) {
        return Amount.sum(order.shippingCharges().stream().map(of).toList(), money.zero());
    }

    private Amount duties() {
        return Amount.sum(
                order.lines().stream()
                        .flatMap(line -> line.duties().stream())
                        .map(Line.Duty::amount)
                        .toList(),
                money.zero());
    }

    private Amount allLines() {
        return allocated(order.lines().stream().map(Line::discountAllocations));
    }

    private Amount allCharges() {
        return allocated(order.shippingCharges().stream().map(ShippingCharge::discountAllocations));
    }

    private Amount allocated(Stream<List<DiscountAllocation>> allocations) {
        return Amount.sum(
                allocations.flatMap(List::stream).map(DiscountAllocation::amount).toList(),
                money.zero());
    }

    private Amount sum(Stream<TaxLine> taxes) {
        return Amount.sum(taxes.map(TaxLine::amount).toList(), money.zero());
    }

    private Stream<TaxLine> taxLines() {
        return Stream.of(
                        order.lines().stream().map(Line::taxLines),
                        order.lines().stream()
                                .flatMap(line -> line.duties().stream())
                                .map(Line.Duty::taxLines),
                        order.shippingCharges().stream().map(ShippingCharge::taxLines),
                        Stream.of(order.orderTaxLines()))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }
}
