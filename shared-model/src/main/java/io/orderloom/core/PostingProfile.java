package io.orderloom.core;

import io.orderloom.money.Ledger;

/**
 * How the orders of one channel instance are booked.
 *
 * @param ledger the ledger that the ERP keeps
 * @param testOrders whether orders placed with a test payment are booked
 */
public record PostingProfile(Ledger ledger, TestOrders testOrders) {

    public enum TestOrders {
        BOOKED,
        NOT_BOOKED
    }
}
