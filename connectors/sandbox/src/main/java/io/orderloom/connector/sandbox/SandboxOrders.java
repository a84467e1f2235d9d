package io.orderloom.connector.sandbox;

import io.orderloom.connector.sandbox.SandboxApi.Customer;
import io.orderloom.connector.sandbox.SandboxApi.Document;
import io.orderloom.connector.sandbox.SandboxApi.SalesOrder;
import io.orderloom.connector.sandbox.SandboxApi.Tax;
import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps the canonical order to the sandbox's form, and its documents back. Pure. */
final class SandboxOrders {

    private SandboxOrders() {}

    static SalesOrder from(Booking booking, ExternalId id) {
        var order = booking.order();
        return new SalesOrder(
                id.value(),
                customer(booking),
                booking.total().currency().code(),
                order.businessDate().toString(),
                reference(order),
                order.flags().taxesIncluded(),
                lines(booking, id),
                text(booking.total()));
    }

    private static Customer customer(Booking booking) {
        var order = booking.order();
        var known = order.customer().references().stream().findFirst();
        return new Customer(
                known.map(r -> r.system() + "/" + r.kind() + "/" + r.id())
                        .orElse("guest/" + order.id()),
                booking.personalData().name().orElse(null));
    }

    private static String reference(Order order) {
        return order.references().stream()
                .filter(r -> r.kind().equals("order-name"))
                .map(ExternalReference::id)
                .findFirst()
                .orElse(order.id().channelOrderId());
    }

    private static List<SandboxApi.Line> lines(Booking booking, ExternalId id) {
        var order = booking.order();
        var lines = new ArrayList<SandboxApi.Line>();
        for (var line : order.lines()) {
            lines.add(line(booking, id, line));
            for (int i = 0; i < line.duties().size(); i++) {
                var duty = line.duties().get(i);
                lines.add(
                        extra(
                                booking,
                                id,
                                "duty/%s/%d".formatted(line.lineId(), i),
                                "DUTY",
                                "Duty " + duty.harmonizedSystemCode(),
                                duty.amount(),
                                duty.taxLines()));
            }
        }
        order.shippingCharges().forEach(charge -> lines.add(shipping(booking, id, charge)));
        if (!order.orderTaxLines().isEmpty()) {
            // Taxes that are stated only for the whole order, as a line without a price.
            lines.add(
                    extra(
                            booking,
                            id,
                            "tax",
                            "TAX",
                            "Taxes of the whole order",
                            order.declared().total().zero(),
                            order.orderTaxLines()));
        }
        for (int i = 0; i < order.residuals().size(); i++) {
            var residual = order.residuals().get(i);
            lines.add(
                    extra(
                            booking,
                            id,
                            "residual/" + i,
                            residual.cause().name().replace('_', '-'),
                            "Residual on account " + residual.account(),
                            residual.amount(),
                            List.of()));
        }
        return List.copyOf(lines);
    }

    private static SandboxApi.Line line(Booking booking, ExternalId id, Line line) {
        return new SandboxApi.Line(
                id.part("line/" + line.lineId()).value(),
                itemCode(line),
                line.title(),
                line.quantity().toString(),
                text(booking, line.unitPrice()),
                text(booking, sum(line.discountAllocations(), line.total())),
                taxes(booking, line.taxLines()));
    }

    /** The merchant's item code, else the global one, else the kind of the line. */
    private static String itemCode(Line line) {
        return line.sku()
                .or(line::gtin)
                .orElseGet(() ->
                        switch (line.type()) {
                            case PRODUCT -> "";
                            case GIFT_CARD -> "GIFT-CARD";
                            case TIP -> "TIP";
                            case SERVICE -> "SERVICE";
                            case FEE -> "FEE";
                            case DONATION -> "DONATION";
                            case ROUNDING -> "ROUNDING";
                        });
    }

    private static SandboxApi.Line shipping(Booking booking, ExternalId id, ShippingCharge charge) {
        return new SandboxApi.Line(
                id.part("shipping/" + charge.chargeId()).value(),
                charge.code().map(code -> "SHIPPING-" + code).orElse("SHIPPING"),
                charge.title(),
                "1",
                text(booking, charge.price()),
                text(booking, sum(charge.discountAllocations(), charge.total())),
                taxes(booking, charge.taxLines()));
    }

    private static SandboxApi.Line extra(
            Booking booking,
            ExternalId id,
            String part,
            String itemCode,
            String description,
            Amount price,
            List<TaxLine> taxes) {
        return new SandboxApi.Line(
                id.part(part).value(),
                itemCode,
                description,
                "1",
                text(booking, price),
                text(booking, price.zero()),
                taxes(booking, taxes));
    }

    private static List<Tax> taxes(Booking booking, List<TaxLine> taxes) {
        return taxes.stream()
                .map(tax ->
                        new Tax(
                                tax.jurisdiction(),
                                tax.rate().toPlainString(),
                                text(booking, tax.amount())))
                .toList();
    }

    private static Amount sum(List<DiscountAllocation> allocations, Amount like) {
        return Amount.sum(
                allocations.stream().map(DiscountAllocation::amount).toList(), like.zero());
    }

    static ErpDocument document(String erp, Document document) {
        return new ErpDocument(
                new ExternalReference(erp, "sales-order", document.id()),
                document.id(),
                Money.of(document.total(), document.currency()),
                document.state().equals("cancelled")
                        ? ErpDocument.State.CANCELLED
                        : ErpDocument.State.CONFIRMED);
    }

    private static String text(Booking booking, Amount amount) {
        return text(amount.in(booking.ledger()));
    }

    private static String text(Money money) {
        return money.decimal().toPlainString();
    }

    /** Why the sandbox can't book the order at all. */
    static Optional<Fault> lacking(Order order) {
        if (mixed(order)) {
            return Optional.of(
                    ErpCapability.MIXED_TAX_INCLUSION.refused(
                            "some taxes are in the price and some are not; the sandbox can't"
                                    + " book that"));
        }
        return order.lines().stream()
                .filter(line -> !line.uom().equals(Line.PIECE))
                .findFirst()
                .map(line ->
                        ErpCapability.UNITS_OF_MEASURE.refused(
                                "lines[%s].uom: a line of the sandbox has no unit, so only pieces (%s) are booked"
                                        .formatted(line.lineId(), Line.PIECE)));
    }

    /**
     * Whether some taxes are in the price and others are not; the sandbox supports only one of the
     * two.
     */
    private static boolean mixed(Order order) {
        var included =
                Stream.concat(
                                Stream.concat(
                                        order.lines().stream().flatMap(l -> l.taxLines().stream()),
                                        order.shippingCharges().stream()
                                                .flatMap(c -> c.taxLines().stream())),
                                order.orderTaxLines().stream())
                        .map(TaxLine::included)
                        .distinct()
                        .toList();
        return included.size() > 1
                || included.stream().anyMatch(i -> i != order.flags().taxesIncluded());
    }
}
