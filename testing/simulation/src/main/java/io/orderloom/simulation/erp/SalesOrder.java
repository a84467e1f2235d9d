package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import java.util.Optional;

/** What the adapters send. */
record SalesOrder(String reference, Sold sold) {
    /** An item code that begins so is in no item master before somebody enters it. */
    private static final String UNKNOWN = "UNKNOWN-";

    /** An item code that begins so never is. */
    private static final String NEVER_KNOWN = "NEVER-";

    static SalesOrder of(Booking booking, ExternalId id) {
        return new SalesOrder(id.value(), Sold.of(booking));
    }

    /**
     * @param learned whether what can be entered was entered
     */
    Optional<String> unknownItem(boolean learned) {
        return sold.items().stream()
                .map(Sold.Item::sku)
                .filter(sku -> !isKnown(sku, learned))
                .findFirst();
    }

    /** Whether the item master has it. */
    static boolean isKnown(String sku, boolean learned) {
        return !sku.startsWith(NEVER_KNOWN) && (learned || !sku.startsWith(UNKNOWN));
    }
}
