package io.orderloom.fact;

/** What becomes of goods that came back. */
public enum Disposition {
    RESTOCK,
    QUARANTINE,
    /** Nothing comes back to a shelf: destroyed, or left with the buyer. */
    NONE
}
