package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.money.Amount;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Quantity;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes units off an order that an edit has removed. The shop keeps such a line with all its units
 * and states beside it a refund without any transaction, which names the units and their worth: the
 * order is changed, and no money moves (Shopify Admin API, "Edit existing orders").
 */
record ShopifyRemovals(JsonField payload, ShopifyMoney money) {

    /** Units that were removed from one line, in all. */
    private record Removed(Quantity units, Amount subtotal, Amount tax, JsonField stated) {
        Removed plus(Removed other) {
            return new Removed(
                    units.plus(other.units),
                    subtotal.plus(other.subtotal),
                    tax.plus(other.tax),
                    stated);
        }
    }

    /** Whether a refund is the trace of an edit, and neither gave money back nor took goods in. */
    static boolean isEdit(JsonField refund) {
        return refund.at("transactions").elements().findAny().isEmpty()
                && refund.at("refund_line_items").elements().findAny().isPresent()
                && refund.at("refund_line_items")
                        .elements()
                        .noneMatch(line ->
                                line.at("restock_type")
                                        .text()
                                        .filter("return"::equals)
                                        .isPresent());
    }

    /**
     * The order without the units that were removed.
     *
     * @throws io.orderloom.connector.kit.json.InvalidPayload if more is removed than a line has
     */
    Order from(Order order) {
        var removed = removed();
        if (removed.isEmpty()) {
            return order;
        }
        var lines = new ArrayList<Line>();
        var off = money.zero();
        var tax = money.zero();
        var discounts = money.zero();
        var onTop = money.zero();
        for (var line : order.lines()) {
            var taken = Optional.ofNullable(removed.get(line.lineId()));
            var left = taken.map(t -> without(line, t)).orElse(line);
            if (taken.isPresent()) {
                off = off.plus(line.total().minus(left.total()));
                tax = tax.plus(taxes(line)).minus(taxes(left));
                onTop = onTop.plus(onTop(line)).minus(onTop(left));
                discounts = discounts.plus(allocated(line)).minus(allocated(left));
            }
            if (!left.quantity().isZero()) {
                lines.add(left);
            }
        }
        if (lines.isEmpty()) {
            // A shop cancels an order of which nothing is left, and the cancellation says so.
            return order;
        }
        var was = order.declared();
        var total = was.total().minus(off).minus(onTop);
        return with(
                order,
                lines,
                captured(order, total),
                new Totals(
                        was.lines().minus(off),
                        was.shipping(),
                        was.discounts().minus(discounts),
                        was.tax().minus(tax),
                        total));
    }

    private Map<String, Removed> removed() {
        var all = new HashMap<String, Removed>();
        JsonField.distinct(payload.at("refunds").elements()).stream()
                .filter(ShopifyRemovals::isEdit)
                .flatMap(refund -> refund.at("refund_line_items").elements())
                .filter(line -> !ShopifyLines.quantity(line).isZero())
                .forEach(line ->
                        all.merge(
                                ShopifyOrders.identifier(line.at("line_item_id")),
                                removed(line),
                                Removed::plus));
        return all;
    }

    private Removed removed(JsonField line) {
        return new Removed(
                ShopifyLines.quantity(line),
                money.price(line, "subtotal"),
                money.atLeastNothing(line, "total_tax"),
                line);
    }

    private Line without(Line line, Removed removed) {
        if (removed.units().compareTo(line.quantity()) > 0) {
            throw removed.stated().at("quantity").unfit("more units are removed than the line has");
        }
        var units = line.quantity().minus(removed.units());
        var total = line.total().minus(removed.subtotal());
        var allocated = line.unitPrice().times(units.value()).minus(total);
        var taxes = taxes(line).minus(removed.tax());
        if (isNegative(total) || isNegative(allocated) || isNegative(taxes)) {
            throw removed.stated()
                    .at("subtotal")
                    .unfit("does not fit the price, the discounts and the taxes of its line");
        }
        if (!allocated.isZero() && line.discountAllocations().isEmpty()) {
            throw removed.stated()
                    .at("subtotal")
                    .unfit("is more than the price of the units, and the line has no discount");
        }
        return new Line(
                line.lineId(),
                line.sourceLineId(),
                line.parentLineId(),
                line.type(),
                line.sku(),
                line.gtin(),
                line.title(),
                units,
                line.uom(),
                line.unitPrice(),
                allocations(line, allocated),
                taxLines(line, taxes),
                line.duties(),
                total,
                line.requiresShipping());
    }

    private static List<DiscountAllocation> allocations(Line line, Amount left) {
        var all = line.discountAllocations();
        var parts =
                DeclaredDiscounts.spread(
                        left, all.stream().map(DiscountAllocation::amount).toList());
        return IntStream.range(0, all.size())
                .mapToObj(i -> new DiscountAllocation(all.get(i).application(), parts.get(i)))
                .toList();
    }

    private static List<TaxLine> taxLines(Line line, Amount left) {
        var all = line.taxLines();
        var parts = DeclaredDiscounts.spread(left, all.stream().map(TaxLine::amount).toList());
        return IntStream.range(0, all.size())
                .mapToObj(i ->
                        new TaxLine(
                                all.get(i).jurisdiction(),
                                all.get(i).rate(),
                                parts.get(i),
                                all.get(i).included(),
                                all.get(i).collectedBy()))
                .toList();
    }

    /** The sum that was taken; money beyond the order's new total is the shop's to give back. */
    private Amount captured(Order order, Amount total) {
        var outstanding = payload.at("total_outstanding");
        boolean more = outstanding.decimal().filter(left -> left.signum() < 0).isPresent();
        return switch (order.paymentStatus()) {
            case PAID -> more ? order.captured() : total;
            case PARTIALLY_PAID -> order.captured().minus(order.declared().total()).plus(total);
            case PENDING, AUTHORIZED, PARTIALLY_REFUNDED, REFUNDED, VOIDED, EXPIRED ->
                    order.captured();
        };
    }

    private Amount taxes(Line line) {
        return Amount.sum(line.taxLines().stream().map(TaxLine::amount).toList(), money.zero());
    }

    private Amount onTop(Line line) {
        return Amount.sum(
                line.taxLines().stream()
                        .filter(tax -> !tax.included())
                        .map(TaxLine::amount)
                        .toList(),
                money.zero());
    }

    private Amount allocated(Line line) {
        return Amount.sum(
                line.discountAllocations().stream().map(DiscountAllocation::amount).toList(),
                money.zero());
    }

    private static boolean isNegative(Amount amount) {
        return amount.transaction().isNegative() || amount.settlement().isNegative();
    }

    private Order with(Order o, List<Line> lines, Amount captured, Totals declared) {
        var ids = lines.stream().map(Line::lineId).toList();
        return new Order(
                o.id(),
                o.channel(),
                o.references(),
                o.sourceRevision(),
                o.placedAt(),
                o.sellingZone(),
                o.businessDate(),
                o.flags(),
                o.customer(),
                lines,
                applications(o, lines),
                o.shippingCharges(),
                o.fulfilmentGroups().stream()
                        .map(group ->
                                new FulfilmentGroup(
                                        group.mode(),
                                        group.node(),
                                        group.promisedBy(),
                                        group.lineIds().stream().filter(ids::contains).toList()))
                        .filter(group -> !group.lineIds().isEmpty())
                        .toList(),
                o.orderTaxLines(),
                o.paymentStatus(),
                captured,
                declared,
                o.payments(),
                o.adjustments(),
                o.holds(),
                o.residuals());
    }

    /** An application is the sum of its allocations, on lines and on charges. */
    private List<DiscountApplication> applications(Order order, List<Line> lines) {
        var sums = new HashMap<Integer, Amount>();
        lines.forEach(line ->
                line.discountAllocations()
                        .forEach(a -> sums.merge(a.application(), a.amount(), Amount::plus)));
        order.shippingCharges()
                .forEach(charge ->
                        charge.discountAllocations()
                                .forEach(a ->
                                        sums.merge(a.application(), a.amount(), Amount::plus)));
        return order.discounts().stream()
                .map(discount ->
                        new DiscountApplication(
                                discount.index(),
                                discount.code(),
                                discount.title(),
                                discount.target(),
                                discount.funding(),
                                sums.getOrDefault(discount.index(), money.zero())))
                .toList();
    }
}
