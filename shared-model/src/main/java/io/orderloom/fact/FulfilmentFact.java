package io.orderloom.fact;

import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import java.util.List;

/**
 * Facts about the goods on their way to the buyer. Units are those of the fact alone, never a
 * running total.
 */
public sealed interface FulfilmentFact extends Fact {

    /** Stock is set aside. */
    record Allocated(Provenance provenance, OrderId orderId, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "allocated";

        public Allocated {
            units = List.copyOf(units);
        }
    }

    /** There is no stock to set aside. */
    record AllocationFailed(
            Provenance provenance, OrderId orderId, List<Units> units, String reason)
            implements FulfilmentFact {
        public static final String KIND = "allocation-failed";

        public AllocationFailed {
            units = List.copyOf(units);
        }
    }

    /** Stock is on order and will come. */
    record Backordered(Provenance provenance, OrderId orderId, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "backordered";

        public Backordered {
            units = List.copyOf(units);
        }
    }

    /**
     * Goods left the house.
     *
     * @param shipment the warehouse's name of the parcel or pallet
     */
    record Shipped(Provenance provenance, OrderId orderId, String shipment, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "shipped";

        public Shipped {
            units = List.copyOf(units);
        }
    }

    /** Goods reached the buyer. */
    record Delivered(Provenance provenance, OrderId orderId, String shipment, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "delivered";

        public Delivered {
            units = List.copyOf(units);
        }
    }

    /** The carrier could not hand the goods over. */
    record DeliveryFailed(
            Provenance provenance,
            OrderId orderId,
            String shipment,
            List<Units> units,
            String reason)
            implements FulfilmentFact {
        public static final String KIND = "delivery-failed";

        public DeliveryFailed {
            units = List.copyOf(units);
        }
    }

    /** Goods came back without having reached the buyer. */
    record ReturnedToSender(
            Provenance provenance, OrderId orderId, String shipment, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "returned-to-sender";

        public ReturnedToSender {
            units = List.copyOf(units);
        }
    }

    /** The buyer fetched the goods: they left the house and arrived at once. */
    record PickedUp(Provenance provenance, OrderId orderId, String location, List<Units> units)
            implements FulfilmentFact {
        public static final String KIND = "picked-up";

        public PickedUp {
            units = List.copyOf(units);
        }
    }

    /**
     * Other goods go out in place of a line's goods.
     *
     * @param worth the worth of all the substitutes, with tax, before the buyer is protected from a
     *     higher price
     */
    record Substituted(
            Provenance provenance,
            OrderId orderId,
            String lineId,
            Quantity quantity,
            String sku,
            Amount worth)
            implements FulfilmentFact {
        public static final String KIND = "substituted";
    }
}
