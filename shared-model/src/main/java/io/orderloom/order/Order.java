package io.orderloom.order;

import io.orderloom.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The canonical order document, v1, at one revision. It holds no personal data.
 *
 * @param sourceRevision the channel's own name of the revision: a sequence, an instant or a hash
 * @param placedAt when the buyer ordered, UTC
 * @param sellingZone the time zone in which the shop's days begin and end
 * @param businessDate the posting date: the day of {@code placedAt} in the selling zone
 * @param paymentStatus as the channel stated it when the order was placed
 * @param captured the money that the channel had captured by then
 * @param declared the source's totals: facts, not recomputed
 * @param payments references to movements of money that the source knows of
 * @param adjustments changes of the amount that the buyer owes; append-only
 * @param residuals explained differences between the declared total and the sum of its parts
 */
public record Order(
        OrderId id,
        Channel channel,
        List<ExternalReference> references,
        String sourceRevision,
        Instant placedAt,
        ZoneId sellingZone,
        LocalDate businessDate,
        Flags flags,
        Customer customer,
        List<Line> lines,
        List<DiscountApplication> discounts,
        List<ShippingCharge> shippingCharges,
        List<FulfilmentGroup> fulfilmentGroups,
        List<TaxLine> orderTaxLines,
        PaymentStatus paymentStatus,
        Amount captured,
        Totals declared,
        List<Payment> payments,
        List<Adjustment> adjustments,
        List<Hold> holds,
        List<Residual> residuals) {

    /** An order of which the source states no payment, adjustment, hold or residual. */
    public Order(
            OrderId id,
            Channel channel,
            List<ExternalReference> references,
            String sourceRevision,
            Instant placedAt,
            ZoneId sellingZone,
            LocalDate businessDate,
            Flags flags,
            Customer customer,
            List<Line> lines,
            List<DiscountApplication> discounts,
            List<ShippingCharge> shippingCharges,
            List<FulfilmentGroup> fulfilmentGroups,
            List<TaxLine> orderTaxLines,
            PaymentStatus paymentStatus,
            Amount captured,
            Totals declared) {
        this(
                id,
                channel,
                references,
                sourceRevision,
                placedAt,
                sellingZone,
                businessDate,
                flags,
                customer,
                lines,
                discounts,
                shippingCharges,
                fulfilmentGroups,
                orderTaxLines,
                paymentStatus,
                captured,
                declared,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public Order {
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        shippingCharges = List.copyOf(shippingCharges);
        fulfilmentGroups = List.copyOf(fulfilmentGroups);
        orderTaxLines = List.copyOf(orderTaxLines);
        payments = List.copyOf(payments);
        adjustments = List.copyOf(adjustments);
        holds = List.copyOf(holds);
        residuals = List.copyOf(residuals);
    }

    /** The same document with another tenancy of its channel. */
    public Order of(Tenancy tenancy) {
        return new Order(
                id,
                channel.of(tenancy),
                references,
                sourceRevision,
                placedAt,
                sellingZone,
                businessDate,
                flags,
                customer,
                lines,
                discounts,
                shippingCharges,
                fulfilmentGroups,
                orderTaxLines,
                paymentStatus,
                captured,
                declared,
                payments,
                adjustments,
                holds,
                residuals);
    }

    /**
     * Properties of the whole order.
     *
     * @param test whether it was placed with a test payment, so that no money will move
     * @param taxesIncluded whether prices already include their taxes
     */
    public record Flags(
            boolean test,
            boolean taxesIncluded,
            boolean taxExempt,
            Optional<OrderId> exchangeOf,
            Optional<OrderId> replaces) {}
}
