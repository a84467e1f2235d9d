package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Order;
import io.orderloom.order.PaymentStatus;
import java.util.List;

/**
 * What the core keeps of one revision of the order's document.
 *
 * @param document names the stored document
 * @param total what the buyer owes
 * @param captured what the channel held of the buyer's money by then
 * @param lines by line id
 * @param taxes by jurisdiction
 */
public record OrderTerms(
        Revision revision,
        String document,
        boolean test,
        Amount total,
        Amount captured,
        PaymentStatus payment,
        List<LineTerms> lines,
        List<JurisdictionTax> taxes) {

    /** Names the document of the revision that placed the order. */
    public static final String FIRST_DOCUMENT = "1";

    /** Names the document of an edit. */
    public static String documentOf(Order edited) {
        return "r" + edited.sourceRevision();
    }

    public OrderTerms {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
