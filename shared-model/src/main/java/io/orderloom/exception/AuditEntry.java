package io.orderloom.exception;

import java.time.Instant;

/**
 * An entry about what somebody did with an exception, so that it can be looked up later.
 *
 * @param at UTC
 * @param by a person, or {@link #OURSELVES}
 * @param why the reason in one sentence, free of personal data
 */
public record AuditEntry(Instant at, String by, String why) {
    /** The name that is entered when facts have settled an exception. */
    public static final String OURSELVES = "orderloom";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_REASON = 500;

    /**
     * @throws IllegalArgumentException if a field is blank or too long; the message names the field
     */
    public AuditEntry {
        check("by", by, LONGEST_NAME);
        check("why", why, LONGEST_REASON);
    }

    public static AuditEntry ourselves(Instant at, String why) {
        return new AuditEntry(
                at,
                OURSELVES,
                why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why);
    }

    boolean byOurselves() {
        return by.equals(OURSELVES);
    }

    static void check(String field, String value, int longest) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": must not be blank");
        }
        if (value.length() > longest) {
            throw new IllegalArgumentException(
                    "%s: %d characters are more than the %d that are kept"
                            .formatted(field, value.length(), longest));
        }
    }

    static String name(String field, String value) {
        check(field, value, LONGEST_NAME);
        return value;
    }
}
