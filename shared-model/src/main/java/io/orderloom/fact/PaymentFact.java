package io.orderloom.fact;

import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;

/**
 * What became of the buyer's money on its way to the shop, by the gateway's reference of the
 * payment.
 */
public sealed interface PaymentFact extends Fact {

    /**
     * The buyer's bank holds an amount ready.
     *
     * @param payment the root of the payment's tree: captures, voids and refunds name it
     */
    record PaymentAuthorized(Provenance provenance, OrderId orderId, String payment, Amount amount)
            implements PaymentFact {
        public static final String KIND = "payment-authorized";
    }

    /** An amount was taken, once per key. */
    record PaymentCaptured(Provenance provenance, OrderId orderId, String payment, Amount amount)
            implements PaymentFact {
        public static final String KIND = "payment-captured";
    }

    /** What was held ready is let go. */
    record PaymentVoided(Provenance provenance, OrderId orderId, String payment)
            implements PaymentFact {
        public static final String KIND = "payment-voided";
    }

    /**
     * The bank said no.
     *
     * @param reason as the gateway words it
     */
    record PaymentFailed(Provenance provenance, OrderId orderId, String payment, String reason)
            implements PaymentFact {
        public static final String KIND = "payment-failed";
    }

    /** What was held ready is not held any longer. */
    record PaymentExpired(Provenance provenance, OrderId orderId, String payment)
            implements PaymentFact {
        public static final String KIND = "payment-expired";
    }
}
