package io.orderloom.topology;

import java.util.Locale;

/** Why a webhook was not taken at the door. */
public enum Refusal {
    /** Its path names no configured channel instance. */
    UNKNOWN_INSTANCE,
    /** More than the function takes, or than a queue's message holds. */
    TOO_LARGE,
    /** No active secret of the instance signed it. */
    SIGNATURE,
    /** It is of another shop than the one that the instance is bound to. */
    SHOP,
    /** Its body is no JSON object. */
    NOT_JSON,
    /** The queue behind the door could not be reached. */
    QUEUE;

    /** For example {@code unknown-instance}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
