package io.orderloom.fact;

/** Why money goes back to the buyer; decides whether the ERP owes a credit note for it. */
public enum RefundCause {
    /** Goods that will not be sent: the ERP's document is cancelled or amended. */
    CANCELLATION,
    RETURN,
    /** Good will; no goods move. */
    APPEASEMENT,
    EXCHANGE,
    SUBSTITUTION,
    TAX,
    /** The source does not say. */
    UNSTATED
}
