package io.orderloom.money;

/** The two ledgers of an order, which never mix in one sum. */
public enum Ledger {
    /** The amounts that the buyer saw and paid. */
    TRANSACTION,
    /** The amounts in the shop's own books. */
    SETTLEMENT
}
