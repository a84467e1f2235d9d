package io.orderloom.fact;

/** The decision about goods that came back. */
public enum Disposition {
    RESTOCK,
    QUARANTINE,
    /** The goods go back to no shelf: they are destroyed, or left with the buyer. */
    NONE
}
