package io.orderloom.core;

/** What becomes of the buyer's money after the whole order was cancelled. */
public enum RefundDue {
    NOT_CANCELLED,
    /** Waits for what the ERP does. */
    NOT_DECIDED,
    /** All that is left is to be given back. */
    REQUESTED,
    /** A part was given back before: a person says whether the rest is owed. */
    ASKED,
    /** Nothing more is owed. */
    SETTLED,
    FAILED
}
