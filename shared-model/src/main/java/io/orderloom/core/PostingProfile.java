package io.orderloom.core;

import io.orderloom.money.Ledger;
import java.util.Optional;

/**
 * How the orders of one channel instance are booked. An order keeps it from when it was placed, so
 * that changed settings do not move it.
 *
 * @param ledger the ledger that the ERP keeps
 * @param testOrders whether orders placed with a test payment are booked
 * @param erp the ERP instance that books the order; empty for the default one, in orders that were
 *     placed before ERPs had names
 */
public record PostingProfile(Ledger ledger, TestOrders testOrders, Optional<String> erp) {

    /** A profile of the default ERP. */
    public PostingProfile(Ledger ledger, TestOrders testOrders) {
        this(ledger, testOrders, Optional.empty());
    }

    public enum TestOrders {
        BOOKED,
        NOT_BOOKED
    }
}
