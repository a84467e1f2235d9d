package io.orderloom.posting;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.task.Effect;
import java.time.Duration;
import java.util.List;

/**
 * Finds out whether the ERP has an order that was cancelled after an attempt to post it, and books
 * nothing any more. A document that is found is recorded as posted, and is therefore cancelled
 * next.
 */
record ClearUpEffect(Erp erp, List<Booking> revisions, PostingFacts facts, String reason)
        implements Effect {

    @Override
    public LookedUp lookUp() {
        return switch (erp.find(id())) {
            case Erp.Booked(var document) -> there(document);
            case Erp.Absent() -> new Settled(facts.skipped());
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    private LookedUp there(ErpDocument document) {
        return switch (document.state()) {
            case CONFIRMED -> new Found(document, revisions, facts).adopted();
            case CANCELLED -> new Settled(facts.cancelled(document));
            // A half-finished document is not recorded as posted, whatever its total is by now.
            case DRAFT -> cancel();
        };
    }

    private LookedUp cancel() {
        return switch (erp.cancel(id(), reason)) {
            case Erp.Booked(var cancelled) -> new Settled(facts.cancelled(cancelled));
            case Erp.Absent() -> new Settled(facts.skipped());
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    /** Never posts: whatever became of the earlier attempts, this looks the document up again. */
    @Override
    public Called call() {
        return switch (lookUp()) {
            case Settled settled -> settled;
            case Failed failed -> failed;
            case Other(var fault) -> new Failed(fault);
            case Absent() -> throw new IllegalStateException("an absent document is settled");
        };
    }

    /** As long as the ERP has not answered, it may have the document. */
    @Override
    public Fact givenUp(Fault fault, boolean inDoubt) {
        return facts.inDoubt(fault);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }

    private ExternalId id() {
        return ExternalId.salesOrder(revisions.getFirst().order().id());
    }
}
