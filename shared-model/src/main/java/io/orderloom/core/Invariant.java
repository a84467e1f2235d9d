package io.orderloom.core;

/** Rules that hold for every order; checked before anything is written. */
public enum Invariant {
    /** Line total = unit price × quantity − allocations; Σ allocations = application amount. */
    LINE_TOTALS,
    /** Order total = Σ of all its parts = declared, or an explained residual. */
    ORDER_TOTAL,
    /** Refunds settled ≤ captured, per payment and in all; refunded tax ≤ charged. */
    REFUNDS_COVERED,
    /** Refunded or credited quantity ≤ shipped or cancelled quantity. */
    RETURNED_UNITS,
    /** Σ ERP invoices − credits = value of what shipped − what came back. */
    INVOICES_BALANCE,
    /** Ordered = active + cancelled; active = open + allocated + backordered + shipped. */
    UNITS_CONSERVED,
    /** No sum across currencies or ledgers. */
    ONE_CURRENCY
}
