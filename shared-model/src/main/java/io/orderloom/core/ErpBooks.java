package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ERP has said of the order.
 *
 * @param skipped it has nothing, and will not be asked again
 * @param inDoubt attempts at posting ended in doubt, be it cleared up since or not
 * @param documents that book the order, by reference: one, unless something went badly wrong
 * @param amendment the last one that was made
 * @param invoiced all invoices, of goods
 * @param charged all invoices, of charges
 * @param credited all credit notes
 */
public record ErpBooks(
        boolean skipped,
        boolean inDoubt,
        Optional<Rejection> refused,
        List<Booked> documents,
        Optional<Amendment> amendment,
        Optional<ErpDocument> cancelled,
        Optional<Rejection> cancelRefused,
        Money invoiced,
        Money charged,
        Money credited) {

    public ErpBooks {
        documents = List.copyOf(documents);
    }

    /**
     * @param sourceRevision the revision of the order that it books
     */
    public record Booked(ErpDocument document, String sourceRevision, Instant at) {}

    /**
     * @param upTo how many of the amendments that were asked for it has made
     */
    public record Amendment(ErpDocument document, String sourceRevision, int upTo) {}

    static ErpBooks untouched(Money zero) {
        return new ErpBooks(
                false,
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zero,
                zero,
                zero);
    }

    /** The document that books the order, as it now is. */
    public Optional<ErpDocument> document() {
        return amendment
                .map(Amendment::document)
                .or(() -> documents.stream().findFirst().map(Booked::document));
    }

    /** The revision of the order that the ERP has. */
    public Optional<String> bookedRevision() {
        return amendment
                .map(Amendment::sourceRevision)
                .or(() -> documents.stream().findFirst().map(Booked::sourceRevision));
    }
}
