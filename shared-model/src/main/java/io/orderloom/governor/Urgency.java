package io.orderloom.governor;

/** Which calls go first. */
public enum Urgency {
    /** Cancellations and what else a buyer waits for: reserved slots are theirs alone. */
    URGENT,
    NORMAL
}
