package io.orderloom.fact;

import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;

/**
 * Facts about the buyer's money on its way to the shop, by the gateway's reference of the payment.
 */
public sealed interface PaymentFact extends Fact {

    /**
     * The buyer's bank holds an amount ready.
     *
     * @param payment the reference of the authorization, which captures, voids and refunds name
     */
    record PaymentAuthorized(Provenance provenance, OrderId orderId, String payment, Amount amount)
            implements PaymentFact {
        public static final String KIND = "payment-authorized";
    }

    /**
     * The channel states how far the buyer's payment has come, without naming what moved.
     *
     * @param captured all that the channel took by then, before refunds
     * @param sourceRevision the revision of the order that says so, by which a later statement is
     *     told from an earlier one
     */
    record PaymentStated(
            Provenance provenance,
            OrderId orderId,
            PaymentStatus status,
            Amount captured,
            String sourceRevision)
            implements PaymentFact {
        public static final String KIND = "payment-stated";
    }

    /** An amount was taken. Each capture is a fact with a key of its own. */
    record PaymentCaptured(Provenance provenance, OrderId orderId, String payment, Amount amount)
            implements PaymentFact {
        public static final String KIND = "payment-captured";
    }

    /** The authorized amount is released. */
    record PaymentVoided(Provenance provenance, OrderId orderId, String payment)
            implements PaymentFact {
        public static final String KIND = "payment-voided";
    }

    /**
     * The bank refused the payment.
     *
     * @param reason as the gateway words it
     */
    record PaymentFailed(Provenance provenance, OrderId orderId, String payment, String reason)
            implements PaymentFact {
        public static final String KIND = "payment-failed";
    }

    /** The authorization has run out. */
    record PaymentExpired(Provenance provenance, OrderId orderId, String payment)
            implements PaymentFact {
        public static final String KIND = "payment-expired";
    }
}
