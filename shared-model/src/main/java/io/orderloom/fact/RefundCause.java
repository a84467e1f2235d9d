package io.orderloom.fact;

/** The reason why money goes back to the buyer. It decides whether the ERP owes a credit note. */
public enum RefundCause {
    /** Goods that will not be sent: the ERP's document is cancelled or amended. */
    CANCELLATION,
    RETURN,
    /** Money is given as goodwill; no goods move. */
    APPEASEMENT,
    EXCHANGE,
    SUBSTITUTION,
    TAX,
    /** The source does not state the reason. */
    UNSTATED
}
