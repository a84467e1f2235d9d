package io.orderloom.topology;

import java.util.Locale;

/** Reasons for which the door refuses a webhook. */
public enum Refusal {
    /** Its path names no configured channel instance. */
    UNKNOWN_INSTANCE,
    /** The body is larger than the function accepts, or than a message of the queue holds. */
    TOO_LARGE,
    /** The signature matches no active secret of the instance. */
    SIGNATURE,
    /** It comes from another shop than the one that the instance is bound to. */
    SHOP,
    /** The body is of a type that the instance's source does not read. */
    CONTENT_TYPE,
    /** The body is not of the form that the source reads: for most no JSON object. */
    MALFORMED,
    /** The queue behind the door could not be reached. */
    QUEUE;

    /** For example {@code unknown-instance}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
