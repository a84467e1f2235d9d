package io.orderloom.fact;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;

/** Something that happened to an order. */
public sealed interface Fact {

    Provenance provenance();

    OrderId orderId();

    /** The only part that may state it. */
    Role owner();

    /** The buyer ordered. */
    record OrderPlaced(Provenance provenance, Order order) implements Fact {
        public static final String KIND = "order-placed";

        @Override
        public OrderId orderId() {
            return order.id();
        }

        @Override
        public Role owner() {
            return Role.COMMERCE;
        }
    }

    /**
     * The whole order was cancelled at the channel.
     *
     * @param reason as the channel words it
     * @param captured what the channel holds of the buyer's money, before refunds
     */
    record OrderCancelled(Provenance provenance, OrderId orderId, String reason, Amount captured)
            implements Fact {
        public static final String KIND = "order-cancelled";

        @Override
        public Role owner() {
            return Role.COMMERCE;
        }
    }

    /**
     * Money reached the buyer.
     *
     * @param reference the refund's id at the channel
     */
    record RefundSettled(Provenance provenance, OrderId orderId, String reference, Amount amount)
            implements Fact {
        public static final String KIND = "refund-settled";

        @Override
        public Role owner() {
            return Role.PAYMENT;
        }
    }

    /** The refund that we asked for was refused for good. */
    record RefundFailed(Provenance provenance, OrderId orderId, Fault fault) implements Fact {
        public static final String KIND = "refund-failed";

        @Override
        public Role owner() {
            return Role.PAYMENT;
        }
    }

    /** The ERP has the order's document. */
    record ErpPosted(Provenance provenance, OrderId orderId, ErpDocument document) implements Fact {
        public static final String KIND = "erp-posted";

        @Override
        public Role owner() {
            return Role.ERP;
        }
    }

    /** The ERP will not book the order as it is. */
    record ErpRefused(Provenance provenance, OrderId orderId, Fault fault) implements Fact {
        public static final String KIND = "erp-refused";

        @Override
        public Role owner() {
            return Role.ERP;
        }
    }

    /** The order was cancelled before the ERP was ever asked. */
    record ErpPostingSkipped(Provenance provenance, OrderId orderId) implements Fact {
        public static final String KIND = "erp-posting-skipped";

        @Override
        public Role owner() {
            return Role.MIDDLEWARE;
        }
    }

    /** The ERP cancelled the order's document. */
    record ErpCancelled(Provenance provenance, OrderId orderId, ErpDocument document)
            implements Fact {
        public static final String KIND = "erp-cancelled";

        @Override
        public Role owner() {
            return Role.ERP;
        }
    }

    /** The ERP will not cancel the order's document. */
    record ErpCancelRefused(Provenance provenance, OrderId orderId, Fault fault) implements Fact {
        public static final String KIND = "erp-cancel-refused";

        @Override
        public Role owner() {
            return Role.ERP;
        }
    }
}
