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
 * For an order that was cancelled after an attempt to post it: finds out whether the ERP has it,
 * and books nothing any more. What is there is adopted, and so cancelled next.
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
            // Half done, it is nothing to adopt, whatever it adds up to by now.
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

    /** Only ever a look, whatever became of the attempts before. */
    @Override
    public Called call() {
        return switch (lookUp()) {
            case Settled settled -> settled;
            case Failed failed -> failed;
            case Other(var fault) -> new Failed(fault);
            case Absent() -> throw new IllegalStateException("an absent document is settled");
        };
    }

    /** As long as the ERP has not answered, it may have it. */
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
