package io.orderloom.simulation.erp;

import io.orderloom.fault.Fault;

/** The ERP's result for an order. */
sealed interface Entered {

    record Booked(Entry entry) implements Entered {}

    record Refused(String item) implements Entered {
        Fault fault() {
            return new Fault.Rejected(
                    "unknown_item", item, "the item master has no '%s'".formatted(item));
        }
    }
}
