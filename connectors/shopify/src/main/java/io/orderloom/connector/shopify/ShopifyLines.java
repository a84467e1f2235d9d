package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
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

/**
 * Converts line items, shipping lines, and the charges that Shopify states beside them, to lines.
 */
record ShopifyLines(
        JsonField order, ShopifyMoney money, ShopifyProducts products, boolean taxesIncluded) {
    private static final String TIP = "tip";
    private static final String FEES = "fees";
    private static final String CHARGE = "shipping-";

    List<Line> lines(List<JsonField> items, ShopifyDiscounts discounts) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(line(items.get(i), discounts.lines().get(i)));
        }
        var tip = money.atLeastNothing(order, "total_tip_received");
        if (!tip.isZero() && lines.stream().noneMatch(l -> l.type() == Line.Type.TIP)) {
            lines.add(charge(TIP, Line.Type.TIP, "Tip", tip));
        }
        var stated = order.at("original_total_additional_fees_set");
        money.set(stated)
                .map(fees -> ShopifyMoney.notNegative(stated, fees))
                .filter(fees -> !fees.isZero())
                .ifPresent(fees -> lines.add(charge(FEES, Line.Type.FEE, "Additional fees", fees)));
        return List.copyOf(lines);
    }

    private Line line(JsonField item, List<DiscountAllocation> allocations) {
        var quantity = quantity(item);
        var price = money.price(item, "price");
        var id = id(item.at("id"));
        var taxes = taxes(item);
        var total = total(item, gross(item, price), allocations);
        included(item, taxes, total);
        var duties = duties(item);
        var numbers = products.numbers(item);
        bounded(item, total, taxes, duties);
        return new Line(
                id,
                id,
                item.at("line_item_group").at("id").text(),
                type(item),
                numbers.sku(),
                numbers.gtin(),
                item.at("title")
                        .text()
                        .or(() -> item.at("name").text())
                        .map(FreeText::title)
                        .orElse(id),
                quantity,
                Line.PIECE,
                price,
                allocations,
                taxes,
                duties,
                total,
                item.at("requires_shipping").isTrue());
    }

    /** Rejects an id that the lines made of totals have, so that the two can't be confused. */
    private static String id(JsonField field) {
        var id = ShopifyOrders.identifier(field);
        if (id.equals(TIP) || id.equals(FEES)) {
            throw field.unfit("'%s' is the id of a line that is made of a total".formatted(id));
        }
        return id;
    }

    /** The price of all units, before discounts. */
    static Amount gross(JsonField item, Amount price) {
        try {
            return price.times(quantity(item).value());
        } catch (ArithmeticException _) {
            throw item.at("price")
                    .unfit("amounts are too large: price × quantity can't be counted");
        }
    }

    private Amount total(JsonField parent, Amount gross, List<DiscountAllocation> allocations) {
        var total = gross.minus(sum(allocations));
        if (total.transaction().isNegative() || total.settlement().isNegative()) {
            var stated = parent.at("discount_allocations");
            throw (stated.present() ? stated : order.at("total_discounts"))
                    .unfit("is more than the price of what it is taken off");
        }
        return total;
    }

    /** Rejects taxes that are more than the price that includes them. */
    private void included(JsonField parent, List<TaxLine> taxes, Amount total) {
        var sum = money.zero();
        for (int i = 0; i < taxes.size(); i++) {
            sum = taxes.get(i).included() ? sum.plus(taxes.get(i).amount()) : sum;
            if (sum.transaction().compareTo(total.transaction()) > 0
                    || sum.settlement().compareTo(total.settlement()) > 0) {
                throw parent.at("tax_lines[" + i + "]")
                        .at("price")
                        .unfit("is more than is left of the price that it is included in");
            }
        }
    }

    /** Reports an overflow at the line, before the order core adds up the amounts again. */
    private static void bounded(
            JsonField item, Amount total, List<TaxLine> taxes, List<Duty> duties) {
        try {
            var worth = total;
            for (var tax : taxes) {
                worth = worth.plus(tax.amount());
            }
            for (var duty : duties) {
                worth = worth.plus(duty.amount());
                for (var tax : duty.taxLines()) {
                    worth = worth.plus(tax.amount());
                }
            }
        } catch (ArithmeticException _) {
            throw item.at("price")
                    .unfit("amounts are too large: with its taxes and duties it can't be counted");
        }
    }

    static Quantity quantity(JsonField item) {
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

    private static Line.Type type(JsonField item) {
        if (item.at("gift_card").isTrue()) {
            return Line.Type.GIFT_CARD;
        }
        return isTip(item) ? Line.Type.TIP : Line.Type.PRODUCT;
    }

    /**
     * Whether the line is a tip: it has a field that only tips have, which may be there without a
     * value, so that its presence alone tells.
     */
    private static boolean isTip(JsonField item) {
        return item.at("tip").present() || item.json().has("tip_payment_gateway");
    }

    private List<Duty> duties(JsonField item) {
        if (order.at("duties_included").isTrue()) {
            // The prices include them already; stated once more they would be owed twice.
            return List.of();
        }
        return item.at("duties")
                .elements()
                .map(duty ->
                        new Duty(
                                duty.at("harmonized_system_code")
                                        .text()
                                        .map(FreeText::code)
                                        .orElse(""),
                                amount(duty),
                                // Duties are never part of the price, nor are their taxes.
                                taxes(duty, false)))
                .toList();
    }

    private Amount amount(JsonField duty) {
        return ShopifyMoney.notNegative(
                duty,
                money.set(duty)
                        .or(() -> money.set(duty.at("price")))
                        .or(() -> money.optional(duty, "price"))
                        .orElseThrow(() -> duty.at("shop_money").unfit("is missing")));
    }

    List<ShippingCharge> charges(List<JsonField> shippingLines, ShopifyDiscounts discounts) {
        var charges = new ArrayList<ShippingCharge>();
        for (int i = 0; i < shippingLines.size(); i++) {
            charges.add(charge(i, shippingLines.get(i), discounts.charges().get(i)));
        }
        return List.copyOf(charges);
    }

    private ShippingCharge charge(int index, JsonField line, List<DiscountAllocation> allocations) {
        var price = money.price(line, "price");
        var taxes = taxes(line);
        var total = total(line, price, allocations);
        included(line, taxes, total);
        return new ShippingCharge(
                chargeId(index, line.at("id")),
                line.at("code").text().map(FreeText::code),
                line.at("title").text().map(FreeText::title).orElse("Shipping"),
                price,
                allocations,
                taxes,
                total);
    }

    /**
     * A charge without an id is named by its position; another one's id must not look like that.
     */
    private static String chargeId(int index, JsonField field) {
        var stated = field.text();
        if (stated.filter(id -> id.startsWith(CHARGE)).isPresent()) {
            throw field.unfit("begins like the id of a charge that has none");
        }
        return stated.orElse(CHARGE + index);
    }

    List<TaxLine> taxes(JsonField parent) {
        return taxes(parent, taxesIncluded);
    }

    private List<TaxLine> taxes(JsonField parent, boolean included) {
        return parent.at("tax_lines").elements().map(tax -> tax(tax, included)).toList();
    }

    private TaxLine tax(JsonField tax, boolean included) {
        return new TaxLine(
                tax.at("title").text().map(FreeText::code).orElse("Tax"),
                tax.at("rate").decimal().orElse(BigDecimal.ZERO),
                money.price(tax, "price"),
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
