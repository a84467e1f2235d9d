package io.orderloom.fact;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to an order. Facts may come in any order and any number of times; {@link
 * Ownership} lists which role may state which fact.
 */
public sealed interface Fact
        permits Fact.OrderPlaced,
                Fact.OrderEdited,
                Fact.OrderCancelled,
                Fact.LinesCancelled,
                Fact.RefundRequested,
                Fact.RefundPending,
                Fact.RefundSettled,
                Fact.RefundFailed,
                ErpFact,
                PaymentFact,
                FulfilmentFact,
                ReturnFact,
                ProcessFact {

    Provenance provenance();

    OrderId orderId();

    /** The buyer ordered. */
    record OrderPlaced(Provenance provenance, Order order) implements Fact {
        public static final String KIND = "order-placed";

        @Override
        public OrderId orderId() {
            return order.id();
        }
    }

    /**
     * The order was changed at the channel.
     *
     * @param order the whole document after the change; a line that it leaves out is no longer
     *     ordered
     */
    record OrderEdited(Provenance provenance, Order order) implements Fact {
        public static final String KIND = "order-edited";

        @Override
        public OrderId orderId() {
            return order.id();
        }
    }

    /**
     * The whole order was cancelled at the channel.
     *
     * @param reason as the channel words it
     * @param captured the money of the buyer that the channel holds, before refunds
     */
    record OrderCancelled(Provenance provenance, OrderId orderId, String reason, Amount captured)
            implements Fact {
        public static final String KIND = "order-cancelled";
    }

    /**
     * Some units were cancelled at the channel.
     *
     * @param units the units of this cancellation alone
     */
    record LinesCancelled(Provenance provenance, OrderId orderId, List<Units> units, String reason)
            implements Fact {
        public static final String KIND = "lines-cancelled";

        public LinesCancelled {
            units = List.copyOf(units);
        }
    }

    /**
     * Somebody requested money back.
     *
     * @param reference the refund's name from here on
     */
    record RefundRequested(
            Provenance provenance,
            OrderId orderId,
            String reference,
            Amount amount,
            RefundCause cause)
            implements Fact {
        public static final String KIND = "refund-requested";
    }

    /** The payment gateway has accepted the refund. */
    record RefundPending(Provenance provenance, OrderId orderId, String reference, Amount amount)
            implements Fact {
        public static final String KIND = "refund-pending";
    }

    /**
     * Money reached the buyer.
     *
     * @param reference the refund's id at the channel
     * @param payment the payment that the money came from, by the gateway's reference of its first
     *     transaction, where the source names one
     * @param units the units that were paid for and are no longer; none for an appeasement
     * @param taxes the part of the amount that is tax
     */
    record RefundSettled(
            Provenance provenance,
            OrderId orderId,
            String reference,
            Amount amount,
            Optional<String> payment,
            RefundCause cause,
            List<Units> units,
            List<TaxShare> taxes)
            implements Fact {
        public static final String KIND = "refund-settled";

        public RefundSettled {
            units = List.copyOf(units);
            taxes = List.copyOf(taxes);
        }

        /** A refund of which the source states only the amount. */
        public RefundSettled(
                Provenance provenance, OrderId orderId, String reference, Amount amount) {
            this(
                    provenance,
                    orderId,
                    reference,
                    amount,
                    Optional.empty(),
                    RefundCause.UNSTATED,
                    List.of(),
                    List.of());
        }
    }

    /** A refund was refused for good. */
    record RefundFailed(
            Provenance provenance, OrderId orderId, String reference, Amount amount, Fault fault)
            implements Fact {
        public static final String KIND = "refund-failed";
    }

    /**
     * The ERP has the order's document.
     *
     * @param asked the sum that the document was to come to
     * @param sourceRevision the revision of the order that the document books
     */
    record ErpPosted(
            Provenance provenance,
            OrderId orderId,
            ErpDocument document,
            Money asked,
            String sourceRevision)
            implements ErpFact {
        public static final String KIND = "erp-posted";
    }

    /**
     * The ERP's document is in line with the order again.
     *
     * @param asked the sum that the document was to come to
     * @param upTo how many of the amendments that the order has called for it covers
     */
    record ErpAmended(
            Provenance provenance,
            OrderId orderId,
            ErpDocument document,
            Money asked,
            String sourceRevision,
            int upTo)
            implements ErpFact {
        public static final String KIND = "erp-amended";
    }

    /** The ERP will not book the order as it is. */
    record ErpRefused(Provenance provenance, OrderId orderId, Fault fault) implements ErpFact {
        public static final String KIND = "erp-refused";
    }

    /**
     * The attempts at posting ended, and it is not known whether one of them reached the ERP: it
     * may have the document or not.
     *
     * @param fault the fault of the last attempt
     */
    record ErpInDoubt(Provenance provenance, OrderId orderId, Optional<Fault> fault)
            implements ErpFact {
        public static final String KIND = "erp-in-doubt";

        /** A doubt of which nothing else is known. */
        public ErpInDoubt(Provenance provenance, OrderId orderId) {
            this(provenance, orderId, Optional.empty());
        }
    }

    /**
     * The order was cancelled, and the ERP has no document of it: it was never asked for one, or
     * has answered that there is none.
     */
    record ErpPostingSkipped(Provenance provenance, OrderId orderId) implements ErpFact {
        public static final String KIND = "erp-posting-skipped";
    }

    /** The ERP cancelled the order's document. */
    record ErpCancelled(Provenance provenance, OrderId orderId, ErpDocument document)
            implements ErpFact {
        public static final String KIND = "erp-cancelled";
    }

    /** The ERP will not cancel the order's document. */
    record ErpCancelRefused(
            Provenance provenance, OrderId orderId, ErpDocument document, Fault fault)
            implements ErpFact {
        public static final String KIND = "erp-cancel-refused";
    }

    /**
     * The ERP issued an invoice.
     *
     * @param amount for the goods, with tax and without charges such as shipping
     * @param charges for the order as a whole, with tax
     */
    record ErpInvoiced(
            Provenance provenance,
            OrderId orderId,
            String number,
            List<Units> units,
            Money amount,
            Money charges)
            implements ErpFact {
        public static final String KIND = "erp-invoiced";

        public ErpInvoiced {
            units = List.copyOf(units);
        }
    }

    /**
     * The ERP issued a credit note.
     *
     * @param units the units that came back or were never sent; none for an appeasement
     */
    record ErpCredited(
            Provenance provenance, OrderId orderId, String number, List<Units> units, Money amount)
            implements ErpFact {
        public static final String KIND = "erp-credited";

        public ErpCredited {
            units = List.copyOf(units);
        }
    }
}
