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
 * @param sourceRevision what the channel says of its own revision: a sequence, an instant or a hash
 * @param placedAt when the buyer ordered, UTC
 * @param sellingZone the zone in which the shop keeps its days
 * @param businessDate the posting date: the day of {@code placedAt} in the selling zone
 * @param paymentStatus as the channel stated it when the order was placed
 * @param captured what the channel had captured by then
 * @param declared the source's totals: facts, not recomputed
 * @param payments references to movements of money that the source knows of
 * @param adjustments what changed of what the buyer owes; append-only
 * @param residuals what of the declared total the parts do not add up to, explained
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

    /** Of which the source states no payment, adjustment, hold or residual. */
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

    /**
     * What holds for the whole order.
     *
     * @param test placed with a test payment: no money will move
     * @param taxesIncluded prices already hold their taxes
     */
    public record Flags(
            boolean test,
            boolean taxesIncluded,
            boolean taxExempt,
            Optional<OrderId> exchangeOf,
            Optional<OrderId> replaces) {}
}
