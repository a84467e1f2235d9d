package io.orderloom.money;

/** The two ledgers of an order, which never mix in one sum. */
public enum Ledger {
    /** What the buyer saw and paid. */
    TRANSACTION,
    /** The shop's own books. */
    SETTLEMENT
}
