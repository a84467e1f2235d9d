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
    /** Statements of the channel by which the buyer's payment is covered. */
    COVERED_STATEMENTS,
    /** Statements of the channel by which an authorization was voided or has expired. */
    LAPSED_STATEMENTS,
    /** Returns inspected and refunds settled for which the ERP may owe a credit note. */
    CREDITABLE
}
