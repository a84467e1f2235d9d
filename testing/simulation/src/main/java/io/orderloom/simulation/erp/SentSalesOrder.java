package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import java.util.Optional;

/** The order that the adapters send. */
record SentSalesOrder(String reference, Sold sold) {
    /** An item code with this prefix is in no item master until somebody enters it. */
    private static final String UNKNOWN = "UNKNOWN-";

    /** An item code with this prefix is never entered in an item master. */
    private static final String NEVER_KNOWN = "NEVER-";

    static SentSalesOrder of(Booking booking, ExternalId id) {
        return new SentSalesOrder(id.value(), Sold.of(booking));
    }

    /**
     * @param learned whether the missing items were entered
     */
    Optional<String> unknownItem(boolean learned) {
        return sold.items().stream()
                .map(Sold.Item::sku)
                .filter(sku -> !isKnown(sku, learned))
                .findFirst();
    }

    /** Returns whether the item master has this item. */
    static boolean isKnown(String sku, boolean learned) {
        return !sku.startsWith(NEVER_KNOWN) && (learned || !sku.startsWith(UNKNOWN));
    }
}
