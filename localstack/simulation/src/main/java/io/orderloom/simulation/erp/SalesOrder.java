package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.money.Money;
import java.util.List;
import java.util.Optional;

/** What the adapters send: as much of an order as a twin looks at. */
record SalesOrder(String reference, Money total, List<String> items) {
    /** An item code that begins so is in no item master. */
    static final String UNKNOWN = "UNKNOWN-";

    static SalesOrder of(Booking booking, ExternalId id) {
        return new SalesOrder(
                id.value(),
                booking.total(),
                booking.order().lines().stream().flatMap(line -> line.sku().stream()).toList());
    }

    Optional<String> unknownItem() {
        return items.stream().filter(item -> item.startsWith(UNKNOWN)).findFirst();
    }
}
