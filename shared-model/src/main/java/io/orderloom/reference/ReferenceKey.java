package io.orderloom.reference;

import java.util.regex.Pattern;

/**
 * Names a thing that orders refer to.
 *
 * @param system the instance whose thing it is, for example {@code shopify-nl}
 * @param kind for example {@code product}; lower-case
 * @param id the system's own id of the thing
 */
public record ReferenceKey(String system, String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** The kind under which the store keeps an account's circuit breaker. */
    private static final String TAKEN = "account";

    /**
     * @throws IllegalArgumentException if kind or id can't be part of a key
     */
    public ReferenceKey {
        if (!KIND.matcher(kind).matches() || kind.equals(TAKEN)) {
            throw new IllegalArgumentException(
                    "'%s' is no kind of a reference: lower-case letters and dashes, and not '%s'"
                            .formatted(kind, TAKEN));
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a %s has 1 to 128 letters, digits and . _ : -".formatted(kind));
        }
    }
}
