package io.orderloom.simulation.mutant;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.money.Ledger;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Quantity;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.simulation.world.Tampering;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Mutants that leave something of an order out of what is sent to the ERP. */
final class WrongBooking extends ForwardingErp {
    private final UnaryOperator<Booking> wrong;

    private WrongBooking(Erp erp, UnaryOperator<Booking> wrong) {
        super(erp);
        this.wrong = wrong;
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return super.post(wrong.apply(booking), id);
    }

    private static Tampering by(UnaryOperator<Booking> wrong) {
        return Seams.erp(erp -> new WrongBooking(erp, wrong));
    }

    static Tampering withoutLines() {
        return by(b -> order(b, List.of(), b.order().shippingCharges()));
    }

    static Tampering withoutTheLastLine() {
        return by(b -> {
            var lines = b.order().lines();
            return order(b, lines.subList(0, lines.size() - 1), b.order().shippingCharges());
        });
    }

    static Tampering withoutTaxes() {
        return lines(line -> line(line, line.quantity(), line.discounts(), List.of()));
    }

    static Tampering withoutDiscounts() {
        return lines(line -> line(line, line.quantity(), false, line.of().taxLines()));
    }

    static Tampering onePieceEach() {
        return lines(line -> line(line, Quantity.of(1), line.discounts(), line.of().taxLines()));
    }

    static Tampering withoutShipping() {
        return by(b -> order(b, b.order().lines(), List.of()));
    }

    static Tampering inTheOtherLedger() {
        return by(b -> new Booking(b.order(), b.personalData(), Ledger.TRANSACTION));
    }

    static Tampering withoutTheCustomer() {
        return by(b -> new Booking(b.order(), PersonalData.NONE, b.ledger()));
    }

    /** A line that is copied with changes. */
    private record Given(Line of) {
        Quantity quantity() {
            return of.quantity();
        }

        boolean discounts() {
            return true;
        }
    }

    private static Tampering lines(Function<Given, Line> wrong) {
        return by(b ->
                order(
                        b,
                        b.order().lines().stream().map(Given::new).map(wrong).toList(),
                        b.order().shippingCharges()));
    }

    private static Line line(
            Given given, Quantity quantity, boolean discounts, List<TaxLine> taxes) {
        var line = given.of();
        return new Line(
                line.lineId(),
                line.sourceLineId(),
                line.parentLineId(),
                line.type(),
                line.sku(),
                line.gtin(),
                line.title(),
                quantity,
                line.uom(),
                line.unitPrice(),
                discounts ? line.discountAllocations() : List.of(),
                taxes,
                line.duties(),
                line.total(),
                line.requiresShipping());
    }

    private static Booking order(Booking booking, List<Line> lines, List<ShippingCharge> shipping) {
        var order = booking.order();
        return new Booking(
                new Order(
                        order.id(),
                        order.channel(),
                        order.references(),
                        order.sourceRevision(),
                        order.placedAt(),
                        order.sellingZone(),
                        order.businessDate(),
                        order.flags(),
                        order.customer(),
                        lines,
                        order.discounts(),
                        shipping,
                        order.fulfilmentGroups(),
                        order.orderTaxLines(),
                        order.paymentStatus(),
                        order.captured(),
                        order.declared()),
                booking.personalData(),
                booking.ledger());
    }
}
