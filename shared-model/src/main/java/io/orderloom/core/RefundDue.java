package io.orderloom.core;

/** The state of the buyer's refund after the whole order was cancelled. */
public enum RefundDue {
    NOT_CANCELLED,
    /** The ERP's part is not undone yet, or goods have left, or refunds are made elsewhere. */
    NOT_DECIDED,
    /** All that is left is to be given back. */
    REQUESTED,
    /** All that is left was accepted by a gateway and is on its way to the buyer. */
    UNDER_WAY,
    /**
     * A person decides whether the rest is owed: a part was given back before, or it is the
     * channel's own to give money back.
     */
    ASKED,
    /** No more money is owed. */
    SETTLED,
    FAILED
}
