package io.orderloom.event;

import io.orderloom.fact.Units;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * The data of a lifecycle event, one record for each kind. It holds no personal data. Units are
 * those of the event alone, never a running total.
 */
public sealed interface EventData {

    /** The order passed the gate and is on its way to the ERP. */
    record Accepted(Money total) implements EventData {}

    /** The order was edited at the channel. */
    record Edited(Money total, String revision) implements EventData {}

    /** Other goods go out in place of a line's goods. */
    record Substituted(String lineId, Quantity quantity, String substitute) implements EventData {}

    /**
     * The tax on the order turned out to be different.
     *
     * @param amount by how much, with its sign
     */
    record TaxChanged(String jurisdiction, Money amount) implements EventData {}

    /** The order waits for somebody's decision. */
    record Held(String hold, String kind, String reason) implements EventData {}

    /** The cause of a hold is settled. */
    record Released(String hold) implements EventData {}

    /**
     * The ERP has the order's document, or has it in line with the order again.
     *
     * @param revision the order's revision that the document now shows, where it was amended
     */
    record Posted(BookedDocument document, Optional<String> revision) implements EventData {}

    /** The ERP will not book the order as it is. */
    record NotBooked(String reason) implements EventData {}

    /** The ERP cancelled the order's document. */
    record BookingCancelled(BookedDocument document) implements EventData {}

    /** Stock is set aside. */
    record Reserved(List<Units> units) implements EventData {
        public Reserved {
            units = List.copyOf(units);
        }
    }

    /** Stock is on order and will come. */
    record OnOrder(List<Units> units) implements EventData {
        public OnOrder {
            units = List.copyOf(units);
        }
    }

    /** Goods left the house. */
    record Sent(String shipment, List<Units> units) implements EventData {
        public Sent {
            units = List.copyOf(units);
        }
    }

    /** A shipment reached the buyer. */
    record Brought(String shipment, List<Units> units) implements EventData {
        public Brought {
            units = List.copyOf(units);
        }
    }

    /** The buyer fetched the goods at a store. */
    record Fetched(String location, List<Units> units) implements EventData {
        public Fetched {
            units = List.copyOf(units);
        }
    }

    /**
     * The ERP invoiced.
     *
     * @param amount with tax and charges, in the ledger that the ERP keeps
     */
    record Invoiced(String invoice, List<Units> units, Money amount) implements EventData {
        public Invoiced {
            units = List.copyOf(units);
        }
    }

    /** The whole order was cancelled at the channel. */
    record WhollyCancelled(String reason) implements EventData {}

    /** Some units were cancelled at the channel. */
    record PartlyCancelled(String reason, List<Units> units) implements EventData {
        public PartlyCancelled {
            units = List.copyOf(units);
        }
    }

    /** Goods came back from the buyer. */
    record CameBack(String returnId, List<Units> units) implements EventData {
        public CameBack {
            units = List.copyOf(units);
        }
    }

    /** Money was given back to the buyer. */
    record Refunded(String refund, Money amount) implements EventData {}

    /** Everything about the order is settled. */
    record Completed() implements EventData {}

    /** A person has to look at something about the order. */
    record TroubleRaised(String type, String path, String reason, String owner)
            implements EventData {}

    /**
     * The trouble of an exception is settled.
     *
     * @param exception its fingerprint
     * @param reason how it was settled
     */
    record TroubleResolved(String exception, String reason) implements EventData {}

    /**
     * The ERP's document as an event names it.
     *
     * @param erp the system that has it
     * @param number the number that people at the ERP use
     * @param id the ERP's own id of it
     * @param total as the ERP computed it
     */
    record BookedDocument(String erp, String number, String id, Money total) {}
}
