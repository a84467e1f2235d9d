package io.orderloom.channel.shopify;

import io.orderloom.money.Allocation;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.DiscountApplication.Funding;
import io.orderloom.order.DiscountApplication.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The discounts of an order and how they fall on its lines and charges. */
final class ShopifyDiscounts {
    private final Field order;
    private final ShopifyMoney money;
    private final List<List<DiscountAllocation>> lines;
    private final List<List<DiscountAllocation>> shipping;
    private final Optional<DiscountApplication> declaredOnly;

    private ShopifyDiscounts(
            Field order,
            ShopifyMoney money,
            List<List<DiscountAllocation>> lines,
            List<List<DiscountAllocation>> shipping,
            Optional<DiscountApplication> declaredOnly) {
        this.order = order;
        this.money = money;
        this.lines = lines;
        this.shipping = shipping;
        this.declaredOnly = declaredOnly;
    }

    static ShopifyDiscounts of(
            Field order, ShopifyMoney money, List<Field> lines, List<Field> charges) {
        var onLines = lines.stream().map(line -> allocations(line, money)).toList();
        var onCharges = charges.stream().map(charge -> allocations(charge, money)).toList();
        var declared = money.amount(order, "total_discounts");
        boolean none = Stream.concat(onLines.stream(), onCharges.stream()).allMatch(List::isEmpty);
        return none && declared.transaction().isPositive()
                ? declaredOnly(order, money, lines, onCharges, declared)
                : new ShopifyDiscounts(order, money, onLines, onCharges, Optional.empty());
    }

    private static List<DiscountAllocation> allocations(Field parent, ShopifyMoney money) {
        return parent.at("discount_allocations")
                .elements()
                .map(allocation ->
                        new DiscountAllocation(
                                index(allocation.at("discount_application_index")),
                                money.required(allocation, "amount")))
                .toList();
    }

    private static int index(Field field) {
        var index = field.decimal().orElse(BigDecimal.ZERO);
        try {
            return index.intValueExact();
        } catch (ArithmeticException _) {
            throw field.unfit("is no index");
        }
    }

    /** Only the sum is stated: it falls on the lines by what each says of itself, else by value. */
    private static ShopifyDiscounts declaredOnly(
            Field order,
            ShopifyMoney money,
            List<Field> lines,
            List<List<DiscountAllocation>> charges,
            Amount declared) {
        var ofLines = lines.stream().map(line -> money.amount(line, "total_discount")).toList();
        var parts =
                Amount.sum(ofLines, money.zero()).equals(declared)
                        ? ofLines
                        : spread(declared, gross(money, lines));
        int index = (int) order.at("discount_applications").elements().count();
        var onLines =
                parts.stream()
                        .map(part ->
                                part.isZero()
                                        ? List.<DiscountAllocation>of()
                                        : List.of(new DiscountAllocation(index, part)))
                        .toList();
        var code =
                order.at("discount_codes")
                        .elements()
                        .findFirst()
                        .flatMap(first -> first.at("code").text());
        return new ShopifyDiscounts(
                order,
                money,
                onLines,
                charges,
                Optional.of(
                        new DiscountApplication(
                                index,
                                code,
                                code.orElse("Discount"),
                                Target.LINE,
                                Funding.MERCHANT,
                                declared)));
    }

    private static List<Amount> gross(ShopifyMoney money, List<Field> lines) {
        return lines.stream()
                .map(line ->
                        money.required(line, "price").times(ShopifyLines.quantity(line).value()))
                .toList();
    }

    private static List<Amount> spread(Amount whole, List<Amount> by) {
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
                by.stream().map(amount -> Math.max(0, amount.in(ledger).minorUnits())).toList());
    }

    List<DiscountAllocation> line(int index) {
        return lines.get(index);
    }

    List<DiscountAllocation> charge(int index) {
        return shipping.get(index);
    }

    /** Every discount, with the sum of its allocations as its amount. */
    List<DiscountApplication> applications() {
        var amounts = new TreeMap<Integer, Amount>();
        Stream.concat(lines.stream(), shipping.stream())
                .flatMap(List::stream)
                .forEach(a -> amounts.merge(a.application(), a.amount(), Amount::plus));
        var stated = order.at("discount_applications").elements().toList();
        var all = new ArrayList<DiscountApplication>();
        for (int i = 0; i < stated.size(); i++) {
            all.add(application(i, stated.get(i), amounts.getOrDefault(i, money.zero())));
        }
        amounts.forEach((index, amount) -> {
            if (index < 0 || index >= stated.size()) {
                all.add(declaredOnly.orElseGet(() -> unnamed(index, amount)));
            }
        });
        return List.copyOf(all);
    }

    private static DiscountApplication application(int index, Field stated, Amount amount) {
        var code = stated.at("code").text();
        var title =
                code.or(() -> stated.at("title").text())
                        .or(() -> stated.at("description").text())
                        .orElse("Discount");
        return new DiscountApplication(
                index,
                code,
                title,
                stated.at("target_type").text().filter("shipping_line"::equals).isPresent()
                        ? Target.SHIPPING
                        : Target.LINE,
                Funding.MERCHANT,
                amount);
    }

    private static DiscountApplication unnamed(int index, Amount amount) {
        return new DiscountApplication(
                index, Optional.empty(), "Discount", Target.LINE, Funding.MERCHANT, amount);
    }
}
