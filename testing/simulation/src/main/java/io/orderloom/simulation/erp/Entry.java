package io.orderloom.simulation.erp;

import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import java.time.Instant;

/**
 * A document in the ERP's books.
 *
 * @param reference the external id that it bears, as a key or as mere text
 * @param total as the ERP adds it up itself
 * @param visibleAt when searches and lists begin to show it
 */
public record Entry(
        String id,
        String reference,
        Sold sold,
        Money total,
        State state,
        Instant enteredAt,
        Instant visibleAt) {

    Entry with(State changed) {
        return new Entry(id, reference, sold, total, changed, enteredAt, visibleAt);
    }

    ErpDocument document() {
        return new ErpDocument(
                new ExternalReference(TwinErp.NAME, "sales-order", id), "SO-" + id, total, state);
    }
}
