package io.orderloom.embedded.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A sales order as a client states it. Two requests are the same order when these records are
 * equal, so numbers are kept without trailing zeros.
 *
 * @param externalId the client's key; there is one document for each
 * @param currency ISO 4217
 * @param taxesIncluded whether the lines' prices include their taxes
 * @param total as declared by the client
 */
public record SalesOrder(
        String externalId,
        Customer customer,
        String currency,
        LocalDate postingDate,
        String reference,
        boolean taxesIncluded,
        List<Line> lines,
        BigDecimal total) {

    /** The buyer; the name may be blank. */
    public record Customer(String externalId, String name) {}

    /**
     * @param discount on the whole line
     */
    public record Line(
            String externalId,
            String itemCode,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            List<Tax> taxes) {}

    /**
     * @param rate a fraction, 0.08 for 8 %
     */
    public record Tax(String name, BigDecimal rate, BigDecimal amount) {}
}
