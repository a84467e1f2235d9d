package io.orderloom.core;

/** The state of the buyer's refund after the whole order was cancelled. */
public enum RefundDue {
    NOT_CANCELLED,
    /** The ERP's part is not undone yet, or goods have left. */
    NOT_DECIDED,
    /** All that is left is to be given back. */
    REQUESTED,
    /** A part was given back before, so a person decides whether the rest is owed. */
    ASKED,
    /** No more money is owed. */
    SETTLED,
    FAILED
}
