package io.orderloom.core;

/** How often something happened to an order; only ever grows. {@link Signals} follow from them. */
public enum EventCount {
    EDITS,
    PART_CANCELLATIONS,
    SUBSTITUTIONS,
    TAX_ADJUSTMENTS,
    CAPTURES,
    RELEASES,
    /** Returns inspected and refunds settled for which the ERP may owe a credit note. */
    CREDITABLE
}
