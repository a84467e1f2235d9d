package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.money.Allocation;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Spreads discounts of which only the sum is stated, {@code total_discounts}, as in payloads from
 * before allocations and in the vendor's own test notification.
 *
 * @param unstated the first index that no stated discount has
 */
record DeclaredDiscounts(JsonField order, ShopifyMoney money, int unstated) {

    /** Whether a discount code lowers the price of shipping and not that of goods. */
    static boolean onShipping(JsonField code) {
        return code.at("type").text().filter("shipping"::equals).isPresent();
    }

    /** The discounts of the lines: by each line's own statement if these add up, else by value. */
    List<List<DiscountAllocation>> onLines(List<JsonField> lines, List<JsonField> charges) {
        var declared = declared().minus(ofShipping(charges));
        var byLine = each(lines, line -> money.atLeastNothing(line, "total_discount"));
        var parts =
                Amount.sum(byLine, money.zero()).equals(declared)
                        ? byLine
                        : spread(declared, each(lines, this::gross));
        return allocations(parts, unstated);
    }

    /** The discounts of the charges, by value, up to the sum of the codes for shipping. */
    List<List<DiscountAllocation>> onCharges(List<JsonField> charges) {
        var prices = each(charges, charge -> money.price(charge, "price"));
        return allocations(spread(ofShipping(charges), prices), unstated + 1);
    }

    private Amount declared() {
        return money.amount(order, "total_discounts");
    }

    private Amount ofShipping(List<JsonField> charges) {
        var whole = declared();
        var shop = money.shop();
        var stated =
                order.at("discount_codes")
                        .elements()
                        .filter(DeclaredDiscounts::onShipping)
                        .map(code -> code.at("amount"))
                        .flatMap(f -> f.decimal().map(d -> ShopifyMoney.money(f, d, shop)).stream())
                        .reduce(Money.zero(shop), Money::plus);
        var prices = Amount.sum(each(charges, c -> money.price(c, "price")), money.zero());
        var settlement = least(stated, whole.settlement(), prices.settlement());
        return new Amount(
                settlement.inProportion(whole.settlement(), whole.transaction()), settlement);
    }

    private static Money least(Money one, Money other, Money third) {
        var smaller = one.compareTo(other) < 0 ? one : other;
        return smaller.compareTo(third) < 0 ? smaller : third;
    }

    private Amount gross(JsonField line) {
        return ShopifyLines.gross(line, money.price(line, "price"));
    }

    private static List<Amount> each(List<JsonField> fields, Function<JsonField, Amount> read) {
        return fields.stream().map(read).toList();
    }

    /** Divides an amount in each ledger by values, so that the parts add up to it. */
    static List<Amount> spread(Amount whole, List<Amount> by) {
        if (by.isEmpty()) {
            return List.of();
        }
        var transaction = spread(whole, by, Ledger.TRANSACTION);
        var settlement = spread(whole, by, Ledger.SETTLEMENT);
        return IntStream.range(0, by.size())
                .mapToObj(i -> new Amount(transaction.get(i), settlement.get(i)))
                .toList();
    }

    private static List<Money> spread(Amount whole, List<Amount> by, Ledger ledger) {
        return Allocation.byLargestRemainder(
                whole.in(ledger),
                by.stream().map(amount -> amount.in(ledger).minorUnits()).toList());
    }

    private static List<List<DiscountAllocation>> allocations(List<Amount> parts, int index) {
        return parts.stream()
                .map(part ->
                        part.isZero()
                                ? List.<DiscountAllocation>of()
                                : List.of(new DiscountAllocation(index, part)))
                .toList();
    }
}
