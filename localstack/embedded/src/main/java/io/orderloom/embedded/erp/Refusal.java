package io.orderloom.embedded.erp;

import java.util.Locale;

/**
 * Why the ERP does not take a document.
 *
 * @param field as a path into the request, for example {@code lines[0].quantity}
 */
public record Refusal(Code code, String field, String message) {

    /** The closed set of reasons; a client matches on these, never on the message. */
    public enum Code {
        CLOSED_PERIOD,
        DISCOUNT_TOO_LARGE,
        DUPLICATE_KEY,
        DUPLICATE_LINE,
        INVALID_QUANTITY,
        MALFORMED,
        MISSING_CUSTOMER,
        MISSING_ITEM,
        PRECISION,
        TOTAL_MISMATCH,
        UNKNOWN_CURRENCY,
        UNKNOWN_ITEM;

        /** As it stands in the answer, for example {@code closed_period}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
