package io.orderloom.core;

import io.orderloom.core.ErpBooks.Amendment;
import io.orderloom.core.ErpBooks.Booked;
import io.orderloom.erp.ErpDocument;
import io.orderloom.money.Money;
import java.util.List;
import java.util.Optional;

/** The ERP's statements while one fact is added to them. */
final class ErpDraft {
    boolean skipped;
    boolean inDoubt;
    Optional<Rejection> refused;
    List<Booked> documents;
    Optional<Amendment> amendment;
    Optional<ErpDocument> cancelled;
    Optional<Rejection> cancelRefused;
    Money invoiced;
    Money charged;
    Money credited;

    ErpDraft(ErpBooks before) {
        skipped = before.skipped();
        inDoubt = before.inDoubt();
        refused = before.refused();
        documents = before.documents();
        amendment = before.amendment();
        cancelled = before.cancelled();
        cancelRefused = before.cancelRefused();
        invoiced = before.invoiced();
        charged = before.charged();
        credited = before.credited();
    }

    ErpBooks books() {
        return new ErpBooks(
                skipped,
                inDoubt,
                refused,
                documents,
                amendment,
                cancelled,
                cancelRefused,
                invoiced,
                charged,
                credited);
    }
}
