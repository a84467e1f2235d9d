package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.money.Amount;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.DiscountApplication.Funding;
import io.orderloom.order.DiscountApplication.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The discounts of an order and their shares on its lines and charges.
 *
 * @param lines the allocations of each line, in the payload's order
 * @param charges the allocations of each charge, in the payload's order
 * @param applications every discount, with the sum of its allocations as its amount
 */
record ShopifyDiscounts(
        List<List<DiscountAllocation>> lines,
        List<List<DiscountAllocation>> charges,
        List<DiscountApplication> applications) {

    static ShopifyDiscounts of(
            JsonField order, ShopifyMoney money, List<JsonField> lines, List<JsonField> charges) {
        var stated = order.at("discount_applications").elements().toList();
        var onLines = lines.stream().map(line -> allocations(line, money)).toList();
        var onCharges =
                charges.stream().map(charge -> onCharge(charge, money, stated.size())).toList();
        boolean none = Stream.concat(onLines.stream(), onCharges.stream()).allMatch(List::isEmpty);
        if (none && money.atLeastNothing(order, "total_discounts").transaction().isPositive()) {
            var declared = new DeclaredDiscounts(order, money, stated.size());
            onLines = declared.onLines(lines, charges);
            onCharges = declared.onCharges(charges);
        }
        return new ShopifyDiscounts(
                onLines, onCharges, applications(order, money, stated, onLines, onCharges));
    }

    private static List<DiscountAllocation> allocations(JsonField parent, ShopifyMoney money) {
        return parent.at("discount_allocations")
                .elements()
                .map(allocation ->
                        new DiscountAllocation(
                                index(allocation.at("discount_application_index")),
                                money.price(allocation, "amount")))
                .toList();
    }

    private static int index(JsonField field) {
        var index = field.decimal().orElse(BigDecimal.ZERO);
        try {
            return index.intValueExact();
        } catch (ArithmeticException _) {
            throw field.unfit("is no index");
        }
    }

    /** Older payloads state a charge's discount only by its discounted price. */
    private static List<DiscountAllocation> onCharge(
            JsonField charge, ShopifyMoney money, int unstated) {
        var allocations = allocations(charge, money);
        if (!allocations.isEmpty()) {
            return allocations;
        }
        var price = money.required(charge, "price");
        return money
                .optional(charge, "discounted_price")
                .map(amount -> ShopifyMoney.notNegative(charge.at("discounted_price"), amount))
                .map(price::minus)
                .filter(discount -> discount.transaction().isPositive())
                .map(discount -> new DiscountAllocation(unstated, discount))
                .stream()
                .toList();
    }

    private static List<DiscountApplication> applications(
            JsonField order,
            ShopifyMoney money,
            List<JsonField> stated,
            List<List<DiscountAllocation>> onLines,
            List<List<DiscountAllocation>> onCharges) {
        var amounts = new TreeMap<Integer, Amount>();
        var onLine = new HashSet<Integer>();
        onLines.stream().flatMap(List::stream).forEach(a -> onLine.add(a.application()));
        Stream.concat(onLines.stream(), onCharges.stream())
                .flatMap(List::stream)
                .forEach(a -> amounts.merge(a.application(), a.amount(), Amount::plus));
        var all = new ArrayList<DiscountApplication>();
        for (int i = 0; i < stated.size(); i++) {
            all.add(application(i, stated.get(i), amounts.getOrDefault(i, money.zero())));
        }
        var codeOnLines = firstCode(order, Target.LINE);
        var codeOnShipping = firstCode(order, Target.SHIPPING);
        amounts.forEach((index, amount) -> {
            if (index < 0 || index >= stated.size()) {
                all.add(
                        onLine.contains(index)
                                ? unstated(codeOnLines, index, Target.LINE, amount)
                                : unstated(codeOnShipping, index, Target.SHIPPING, amount));
            }
        });
        return List.copyOf(all);
    }

    private static DiscountApplication application(int index, JsonField stated, Amount amount) {
        var code = stated.at("code").text().map(FreeText::code);
        var title =
                code.or(() -> stated.at("title").text())
                        .or(() -> stated.at("description").text())
                        .map(FreeText::title)
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

    /** A name for a discount that is described nowhere. */
    private static Optional<String> firstCode(JsonField order, Target target) {
        return order.at("discount_codes")
                .elements()
                .filter(code -> DeclaredDiscounts.onShipping(code) == (target == Target.SHIPPING))
                .findFirst()
                .flatMap(code -> code.at("code").text())
                .map(FreeText::code);
    }

    private static DiscountApplication unstated(
            Optional<String> code, int index, Target target, Amount amount) {
        return new DiscountApplication(
                index,
                code,
                code.map(FreeText::title).orElse("Discount"),
                target,
                Funding.MERCHANT,
                amount);
    }
}
