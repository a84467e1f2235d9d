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
        Totals declared) {

    public Order {
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        shippingCharges = List.copyOf(shippingCharges);
        fulfilmentGroups = List.copyOf(fulfilmentGroups);
        orderTaxLines = List.copyOf(orderTaxLines);
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
