package io.orderloom.channel.shopify;

import io.orderloom.money.Amount;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.Line;
import io.orderloom.order.Line.Duty;
import io.orderloom.order.Quantity;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.TaxLine.Collector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Line items, shipping lines, and the charges that Shopify states beside them, as lines. */
record ShopifyLines(Field order, ShopifyMoney money, boolean taxesIncluded) {

    List<Line> lines(List<Field> items, ShopifyDiscounts discounts) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(line(items.get(i), discounts.lines().get(i)));
        }
        var tip = money.amount(order, "total_tip_received");
        if (!tip.isZero() && lines.stream().noneMatch(l -> l.type() == Line.Type.TIP)) {
            lines.add(charge("tip", Line.Type.TIP, "Tip", tip));
        }
        money.set(order.at("original_total_additional_fees_set"))
                .filter(fees -> !fees.isZero())
                .ifPresent(
                        fees -> lines.add(charge("fees", Line.Type.FEE, "Additional fees", fees)));
        return List.copyOf(lines);
    }

    private Line line(Field item, List<DiscountAllocation> allocations) {
        var quantity = quantity(item);
        var price = money.price(item, "price");
        var id = item.at("id").required();
        return new Line(
                id,
                id,
                item.at("line_item_group").at("id").text(),
                type(item),
                sku(item),
                Optional.empty(),
                item.at("title").text().or(() -> item.at("name").text()).orElse(id),
                quantity,
                Line.PIECE,
                price,
                allocations,
                taxes(item),
                duties(item),
                price.times(quantity.value()).minus(sum(allocations)),
                item.at("requires_shipping").isTrue());
    }

    static Quantity quantity(Field item) {
        var field = item.at("quantity");
        var value = field.decimal().orElseThrow(() -> field.unfit("is missing"));
        if (value.signum() < 0) {
            throw field.unfit("'%s' is negative".formatted(value.toPlainString()));
        }
        if (value.stripTrailingZeros().scale() > 0) {
            throw field.unfit("'%s' is no whole number".formatted(value.toPlainString()));
        }
        return new Quantity(value);
    }

    private static Line.Type type(Field item) {
        if (item.at("gift_card").isTrue()) {
            return Line.Type.GIFT_CARD;
        }
        return item.at("tip").present() ? Line.Type.TIP : Line.Type.PRODUCT;
    }

    private static Optional<String> sku(Field item) {
        return item.at("sku")
                .text()
                .or(() -> item.at("variant_id").text().map(variant -> "variant-" + variant));
    }

    private List<Duty> duties(Field item) {
        if (order.at("duties_included").isTrue()) {
            // They are in the prices already; stated once more they would be owed twice.
            return List.of();
        }
        return item.at("duties")
                .elements()
                .map(duty ->
                        new Duty(
                                duty.at("harmonized_system_code").text().orElse(""),
                                money.set(duty)
                                        .or(() -> money.set(duty.at("price")))
                                        .or(() -> money.optional(duty, "price"))
                                        .orElseThrow(
                                                () -> duty.at("shop_money").unfit("is missing")),
                                // Duties are never part of the price, nor are their taxes.
                                taxes(duty, false)))
                .toList();
    }

    List<ShippingCharge> charges(List<Field> shippingLines, ShopifyDiscounts discounts) {
        var charges = new ArrayList<ShippingCharge>();
        for (int i = 0; i < shippingLines.size(); i++) {
            charges.add(charge(i, shippingLines.get(i), discounts.charges().get(i)));
        }
        return List.copyOf(charges);
    }

    private ShippingCharge charge(int index, Field line, List<DiscountAllocation> allocations) {
        var price = money.price(line, "price");
        return new ShippingCharge(
                line.at("id").text().orElse("shipping-" + index),
                line.at("code").text(),
                line.at("title").text().orElse("Shipping"),
                price,
                allocations,
                taxes(line),
                price.minus(sum(allocations)));
    }

    List<TaxLine> taxes(Field parent) {
        return taxes(parent, taxesIncluded);
    }

    private List<TaxLine> taxes(Field parent, boolean included) {
        return parent.at("tax_lines").elements().map(tax -> tax(tax, included)).toList();
    }

    private TaxLine tax(Field tax, boolean included) {
        return new TaxLine(
                tax.at("title").text().orElse("Tax"),
                tax.at("rate").decimal().orElse(BigDecimal.ZERO),
                money.required(tax, "price"),
                included,
                tax.at("channel_liable").isTrue() ? Collector.MARKETPLACE : Collector.MERCHANT);
    }

    private static Line charge(String id, Line.Type type, String title, Amount amount) {
        return new Line(
                id,
                id,
                Optional.empty(),
                type,
                Optional.empty(),
                Optional.empty(),
                title,
                Quantity.of(1),
                Line.PIECE,
                amount,
                List.of(),
                List.of(),
                List.of(),
                amount,
                false);
    }

    private Amount sum(List<DiscountAllocation> allocations) {
        return Amount.sum(
                allocations.stream().map(DiscountAllocation::amount).toList(), money.zero());
    }
}
