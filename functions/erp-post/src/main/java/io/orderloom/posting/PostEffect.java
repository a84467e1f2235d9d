package io.orderloom.posting;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.task.Effect;
import java.time.Duration;
import java.util.List;

/**
 * Posts one booking to one ERP.
 *
 * @param revisions the revisions of the order that an attempt may have booked; the first is the one
 *     to book
 */
record PostEffect(Erp erp, List<Booking> revisions, PostingFacts facts) implements Effect {

    /**
     * A document that is found is only read. It is not written again, because it is as it was sent.
     */
    @Override
    public LookedUp lookUp() {
        return switch (erp.find(id())) {
            case Erp.Booked(var document) -> {
                var found = new Found(document, revisions, facts);
                yield switch (document.state()) {
                    case CONFIRMED -> found.adopted();
                    // A half-finished document: the call continues from there under the same
                    // reference.
                    case DRAFT -> new Absent();
                    case CANCELLED -> found.cancelledByOthers();
                };
            }
            case Erp.Absent() -> new Absent();
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Called call() {
        var booking = revisions.getFirst();
        return switch (erp.post(booking, id())) {
            case Erp.Booked(var document) -> new Settled(facts.posted(document, booking));
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Fact givenUp(Fault fault, boolean inDoubt) {
        return inDoubt ? facts.inDoubt(fault) : facts.refused(fault);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }

    private ExternalId id() {
        return ExternalId.salesOrder(revisions.getFirst().order().id());
    }
}
