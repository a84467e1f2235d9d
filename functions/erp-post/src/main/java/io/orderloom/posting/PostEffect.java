package io.orderloom.posting;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.Effect;
import java.time.Duration;

/** One booking at one ERP. */
record PostEffect(Erp erp, Booking booking, PostingFacts facts) implements Effect {

    @Override
    public LookedUp lookUp() {
        return switch (erp.find(id())) {
            // Found is not enough: a document may stand there half done. Posting again adopts it.
            case Erp.Booked _ -> posted();
            case Erp.Absent() -> new Absent();
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Called call() {
        return switch (erp.post(booking, id())) {
            case Erp.Booked(var document) -> new Settled(facts.posted(document, booking));
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    private LookedUp posted() {
        return switch (erp.post(booking, id())) {
            case Erp.Booked(var document) -> new Settled(facts.posted(document, booking));
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Fact givenUp(Fault fault) {
        return facts.refused(fault);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }

    private ExternalId id() {
        return ExternalId.salesOrder(booking.order().id());
    }
}
