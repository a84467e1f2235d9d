package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ERP's statements about the order.
 *
 * @param skipped the ERP has no document of the order, and posting is not tried any more
 * @param inDoubt whether a posting attempt ended in doubt, even if the doubt is over since
 * @param documents the documents that book the order, by reference: one, unless something went
 *     badly wrong
 * @param amendment the last amendment that was made
 * @param invoiced sum of all invoices for goods
 * @param charged sum of all invoices for charges
 * @param credited sum of all credit notes
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
     * @param sourceRevision the revision of the order that the document books
     */
    public record Booked(ErpDocument document, String sourceRevision, Instant at) {}

    /**
     * @param upTo how many of the requested amendments it includes
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

    /** The document that books the order, in its current form. */
    public Optional<ErpDocument> document() {
        return amendment
                .map(Amendment::document)
                .or(() -> documents.stream().findFirst().map(Booked::document));
    }

    /** The revision of the order that the ERP has booked. */
    public Optional<String> bookedRevision() {
        return amendment
                .map(Amendment::sourceRevision)
                .or(() -> documents.stream().findFirst().map(Booked::sourceRevision));
    }
}
