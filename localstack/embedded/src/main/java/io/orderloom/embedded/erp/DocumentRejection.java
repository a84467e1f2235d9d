package io.orderloom.embedded.erp;

import java.util.Locale;

/**
 * The reason why the ERP rejects a document.
 *
 * @param field as a path into the request, for example {@code lines[0].quantity}
 */
public record DocumentRejection(Code code, String field, String message) {

    /** The closed set of reasons. A client decides by these, never by the message. */
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

        /** The code in the answer, for example {@code closed_period}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
