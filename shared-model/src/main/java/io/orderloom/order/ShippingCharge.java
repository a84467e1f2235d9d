package io.orderloom.order;

import io.orderloom.money.Amount;
import java.util.List;
import java.util.Optional;

/**
 * A charge for delivering the goods.
 *
 * @param price before discounts, with tax where {@link Order.Flags#taxesIncluded()}
 * @param total price less the allocations
 */
public record ShippingCharge(
        String chargeId,
        Optional<String> code,
        String title,
        Amount price,
        List<DiscountAllocation> discountAllocations,
        List<TaxLine> taxLines,
        Amount total) {

    public ShippingCharge {
        discountAllocations = List.copyOf(discountAllocations);
        taxLines = List.copyOf(taxLines);
    }
}
