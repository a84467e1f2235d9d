package io.orderloom.simulation.erp;

import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import java.time.Instant;

/**
 * A document in the ERP's books.
 *
 * @param reference the document's external id, as a unique key or as plain text
 * @param total as the ERP computes it
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
