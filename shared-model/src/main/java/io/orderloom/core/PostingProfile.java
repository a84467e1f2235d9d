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
 * @param postWhen the payment that an order needs before it is booked; empty in orders that were
 *     placed before this was asked, which need none
 * @param refunds who gives the money of a cancelled order back; empty in orders that were placed
 *     before this was asked, of which Orderloom gives it back by itself
 */
public record PostingProfile(
        Ledger ledger,
        TestOrders testOrders,
        Optional<String> erp,
        Optional<PostWhen> postWhen,
        Optional<Refunds> refunds) {

    /** A profile of the default ERP, by which orders are booked as soon as they are placed. */
    public PostingProfile(Ledger ledger, TestOrders testOrders) {
        this(ledger, testOrders, Optional.empty());
    }

    /** A profile by which orders are booked as soon as they are placed. */
    public PostingProfile(Ledger ledger, TestOrders testOrders, Optional<String> erp) {
        this(ledger, testOrders, erp, Optional.empty(), Optional.empty());
    }

    /**
     * Whether the buyer's money or an authorization of it has to come before the order is booked.
     */
    boolean awaitsPayment() {
        return postWhen.filter(PostWhen.PAID_OR_AUTHORIZED::equals).isPresent();
    }

    Refunds refunded() {
        return refunds.orElse(Refunds.AUTOMATIC);
    }

    /** The party that decides that money goes back when an order is cancelled. */
    public enum Refunds {
        /**
         * The merchant, in the channel; where he gave back less than was taken, a person is asked.
         */
        AS_THE_CHANNEL_DID,
        /** Orderloom gives back all that was taken and was not given back before. */
        AUTOMATIC,
        /** Refunds are made and followed elsewhere, so nobody is asked here. */
        NEVER
    }

    /** The moment from which an order may be booked. */
    public enum PostWhen {
        PLACED,
        /** A part of the payment is enough, so that an order with a deposit is booked. */
        PAID_OR_AUTHORIZED
    }

    public enum TestOrders {
        BOOKED,
        NOT_BOOKED
    }
}
