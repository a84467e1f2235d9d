package io.orderloom.core;

/**
 * How often something happened to an order. A count only ever grows, and {@link TaskCounters} are
 * computed from them.
 */
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
