package io.orderloom.governor;

/** The urgency of a call; urgent calls go first. */
public enum Urgency {
    /** Cancellations, and other calls that a buyer waits for. Reserved slots are for them alone. */
    URGENT,
    NORMAL
}
