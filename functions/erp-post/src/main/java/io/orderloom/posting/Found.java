package io.orderloom.posting;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.kit.task.Effect;
import io.orderloom.kit.task.Effect.LookedUp;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides what a document that a look-up found means for the order whose reference it bears. Pure.
 */
record Found(ErpDocument document, List<Booking> revisions, PostingFacts facts) {

    /**
     * The document is the order's if its total is what the order's is, or was when an attempt may
     * have entered it. With another total it was made or changed by somebody else: it is neither
     * recorded as posted nor booked a second time.
     */
    LookedUp adopted() {
        return revisions.stream()
                .filter(revision -> revision.total().equals(document.total()))
                .findFirst()
                .<LookedUp>map(revision -> new Effect.Settled(facts.posted(document, revision)))
                .orElseGet(() -> new Effect.Other(differs()));
    }

    private Fault differs() {
        var id = ExternalId.salesOrder(revisions.getFirst().order().id());
        return new Fault.Rejected(
                "total_differs",
                document.number(),
                "%s is there as %s, of %s, but the order is %s; it was not taken for the order's"
                        .formatted(
                                document.number(),
                                id,
                                document.total(),
                                revisions.stream()
                                        .map(revision -> revision.total().toString())
                                        .distinct()
                                        .collect(Collectors.joining(" or "))));
    }

    /** Says that the ERP's document was cancelled there although the order is not cancelled. */
    LookedUp cancelledByOthers() {
        return new Effect.Other(
                new Fault.Rejected(
                        "document_cancelled",
                        document.number(),
                        document.number() + " is there, but was cancelled in the ERP"));
    }
}
