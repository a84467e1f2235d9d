package io.orderloom.fact;

import io.orderloom.order.OrderId;
import java.util.List;

/** Facts about goods that the buyer sends back. The money is a separate fact. */
public sealed interface ReturnFact extends Fact {

    /** The buyer wants to send goods back. */
    record ReturnRequested(
            Provenance provenance,
            OrderId orderId,
            String returnId,
            List<Units> units,
            String reason)
            implements ReturnFact {
        public static final String KIND = "return-requested";

        public ReturnRequested {
            units = List.copyOf(units);
        }
    }

    /** Goods came back from the buyer. */
    record ReturnReceived(
            Provenance provenance, OrderId orderId, String returnId, List<Units> units)
            implements ReturnFact {
        public static final String KIND = "return-received";

        public ReturnReceived {
            units = List.copyOf(units);
        }
    }

    /** Goods that came back were inspected. */
    record ReturnInspected(
            Provenance provenance,
            OrderId orderId,
            String returnId,
            List<Units> units,
            Disposition disposition)
            implements ReturnFact {
        public static final String KIND = "return-inspected";

        public ReturnInspected {
            units = List.copyOf(units);
        }
    }
}
