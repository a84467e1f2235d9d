package io.orderloom.order;

import io.orderloom.money.Amount;
import java.util.List;
import java.util.Optional;

/**
 * A line of an order, never deleted.
 *
 * @param lineId our own id of the line, the same in all revisions
 * @param sourceLineId the channel's id of the line
 * @param parentLineId the bundle that the line belongs to
 * @param sku the merchant's item code; absent where the channel has none
 * @param gtin GS1 global trade item number
 * @param uom UN/ECE Recommendation 20 code; {@code C62} is one piece
 * @param unitPrice before discounts, with tax where {@link Order.Flags#taxesIncluded()}
 * @param total unit price × quantity less the allocations
 */
public record Line(
        String lineId,
        String sourceLineId,
        Optional<String> parentLineId,
        Type type,
        Optional<String> sku,
        Optional<String> gtin,
        String title,
        Quantity quantity,
        String uom,
        Amount unitPrice,
        List<DiscountAllocation> discountAllocations,
        List<TaxLine> taxLines,
        List<Duty> duties,
        Amount total,
        boolean requiresShipping) {

    /** One piece, in UN/ECE Recommendation 20. */
    public static final String PIECE = "C62";

    public Line {
        discountAllocations = List.copyOf(discountAllocations);
        taxLines = List.copyOf(taxLines);
        duties = List.copyOf(duties);
    }

    public enum Type {
        PRODUCT,
        GIFT_CARD,
        TIP,
        SERVICE,
        FEE,
        DONATION,
        ROUNDING
    }

    /** Import duty on a line, with the taxes on the duty itself. */
    public record Duty(String harmonizedSystemCode, Amount amount, List<TaxLine> taxLines) {
        public Duty {
            taxLines = List.copyOf(taxLines);
        }
    }
}
