package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Order;
import io.orderloom.order.PaymentStatus;
import java.util.List;

/**
 * The part of one revision of an order's document that the core keeps.
 *
 * @param document the name of the stored document
 * @param total the amount that the buyer owes
 * @param captured the part of the buyer's money that the channel held by then
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

    /** The name of the document of the revision that placed the order. */
    public static final String FIRST_DOCUMENT = "1";

    /** The name of the document of an edit. */
    public static String documentOf(Order edited) {
        return "r" + edited.sourceRevision();
    }

    public OrderTerms {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
