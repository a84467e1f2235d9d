package io.orderloom.connector.odoo;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Quantity;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Maps the canonical order to Odoo's sales order, and its answer back. Pure. */
final class OdooOrders {
    static final String MODEL = "sale.order";

    private final Order order;
    private final Ledger ledger;

    private OdooOrders(Booking booking) {
        this.order = booking.order();
        this.ledger = booking.ledger();
    }

    /**
     * The order's lines. Each discount is a line of its own below the one that it reduces, because
     * a percentage would be rounded.
     */
    static List<SaleLine> lines(Booking booking) {
        return new OdooOrders(booking).lines();
    }

    private List<SaleLine> lines() {
        return Stream.of(
                        order.lines().stream().flatMap(this::line),
                        order.shippingCharges().stream().flatMap(this::shipping),
                        wholeOrder(),
                        residuals())
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<SaleLine> line(Line line) {
        var part = "line/" + line.lineId();
        var lines =
                new ArrayList<>(
                        discounted(
                                part,
                                Item.of(line),
                                line.title(),
                                line.quantity(),
                                line.unitPrice().in(ledger),
                                line.discountAllocations(),
                                line.taxLines()));
        for (int i = 0; i < line.duties().size(); i++) {
            var duty = line.duties().get(i);
            lines.addAll(
                    discounted(
                            "%s/duty/%d".formatted(part, i),
                            Item.Charge.DUTY,
                            "Import duty " + duty.harmonizedSystemCode(),
                            Quantity.of(1),
                            duty.amount().in(ledger),
                            List.of(),
                            duty.taxLines()));
        }
        return lines.stream();
    }

    private Stream<SaleLine> shipping(ShippingCharge charge) {
        return discounted(
                "shipping/" + charge.chargeId(),
                Item.Charge.SHIPPING,
                charge.title(),
                Quantity.of(1),
                charge.price().in(ledger),
                charge.discountAllocations(),
                charge.taxLines())
                .stream();
    }

    /** Taxes that are stated only for the whole order, as a line without a price. */
    private Stream<SaleLine> wholeOrder() {
        return order.orderTaxLines().isEmpty()
                ? Stream.empty()
                : discounted(
                        "tax",
                        Item.Charge.TAX,
                        Item.Charge.TAX.title(),
                        Quantity.of(1),
                        Money.zero(order.declared().total().in(ledger).currency()),
                        List.of(),
                        order.orderTaxLines())
                        .stream();
    }

    /**
     * The differences that the order's parts do not explain, each by its cause; there is no
     * balancing line.
     */
    private Stream<SaleLine> residuals() {
        return IntStream.range(0, order.residuals().size())
                .filter(i -> !order.residuals().get(i).amount().in(ledger).isZero())
                .mapToObj(i -> {
                    var residual = order.residuals().get(i);
                    var charge = Item.of(residual.cause());
                    return new SaleLine(
                            "residual/" + i,
                            charge,
                            "%s (account %s)".formatted(charge.title(), residual.account()),
                            Quantity.of(1),
                            residual.amount().in(ledger),
                            Map.of());
                });
    }

    private List<SaleLine> discounted(
            String part,
            Item item,
            String description,
            Quantity quantity,
            Money unitPrice,
            List<DiscountAllocation> all,
            List<TaxLine> taxes) {
        var allocations = all.stream().filter(a -> !a.amount().in(ledger).isZero()).toList();
        var discounts = allocations.stream().map(a -> a.amount().in(ledger)).toList();
        var shares = TaxShares.of(taxes, discounts, ledger);
        var lines = new ArrayList<SaleLine>();
        lines.add(new SaleLine(part, item, description, quantity, unitPrice, shares.getFirst()));
        for (int i = 0; i < discounts.size(); i++) {
            lines.add(
                    new SaleLine(
                            "%s/discount/%d".formatted(part, i),
                            Item.Charge.DISCOUNT,
                            "%s: %s".formatted(name(allocations.get(i)), description),
                            Quantity.of(1),
                            discounts.get(i).negated(),
                            shares.get(i + 1)));
        }
        return lines;
    }

    private String name(DiscountAllocation allocation) {
        return order.discounts().stream()
                .filter(discount -> discount.index() == allocation.application())
                .findFirst()
                .map(discount -> discount.code().orElse(discount.title()))
                .orElse(Item.Charge.DISCOUNT.title());
    }

    static ErpDocument document(String erp, SaleOrder found) {
        return new ErpDocument(
                new ExternalReference(erp, MODEL, Long.toString(found.id())),
                found.number(),
                found.total(),
                switch (found.state()) {
                    case DRAFT, SENT -> ErpDocument.State.DRAFT;
                    case SALE -> ErpDocument.State.CONFIRMED;
                    case CANCEL -> ErpDocument.State.CANCELLED;
                });
    }

    /** The number by which the channel's people know the order. */
    static String reference(Order order) {
        return order.references().stream()
                .filter(r -> r.kind().equals("order-name"))
                .map(ExternalReference::id)
                .findFirst()
                .orElse(order.id().channelOrderId());
    }
}
