package io.orderloom.fact;

import io.orderloom.money.Amount;
import io.orderloom.order.Hold;
import io.orderloom.order.OrderId;
import io.orderloom.order.TaxLine.Collector;

/** Facts about the handling of an order that move neither goods nor money. */
public sealed interface ProcessFact extends Fact {

    /**
     * The tax on the order turned out to be different.
     *
     * @param by the difference, negative where less is charged
     */
    record TaxAdjusted(
            Provenance provenance,
            OrderId orderId,
            String jurisdiction,
            Amount by,
            Collector collectedBy)
            implements ProcessFact {
        public static final String KIND = "tax-adjusted";
    }

    /**
     * The order waits for somebody's decision.
     *
     * @param hold its name, by which it is released
     */
    record HoldPlaced(
            Provenance provenance, OrderId orderId, String hold, Hold.Kind kind, String reason)
            implements ProcessFact {
        public static final String KIND = "hold-placed";
    }

    /** The cause of a hold is settled. */
    record HoldReleased(Provenance provenance, OrderId orderId, String hold)
            implements ProcessFact {
        public static final String KIND = "hold-released";
    }

    /** Somebody is in contact with the buyer about the order. */
    record CaseLinked(Provenance provenance, OrderId orderId, String caseId)
            implements ProcessFact {
        public static final String KIND = "case-linked";
    }

    /** The buyer's personal data is erased. */
    record Erased(Provenance provenance, OrderId orderId) implements ProcessFact {
        public static final String KIND = "erased";
    }
}
