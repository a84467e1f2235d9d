package io.orderloom.compensation;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.task.Effect;
import java.time.Duration;

/**
 * Cancels one document in the ERP. Cancelling a cancelled document changes nothing.
 *
 * @param cancels whether the ERP can do that. If it can't, a person has to, and this only finds out
 *     whether that was done.
 */
record ErpCancelEffect(
        Erp erp, boolean cancels, ErpDocument document, String reason, CompensationFacts facts)
        implements Effect {

    @Override
    public LookedUp lookUp() {
        return switch (erp.find(facts.salesOrder())) {
            case Erp.Booked(var now) when now.state() == ErpDocument.State.CANCELLED ->
                    new Settled(facts.erpCancelled(erp.name(), now));
            case Erp.Booked _, Erp.Absent() -> new Absent();
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Called call() {
        return cancels ? cancel(facts.salesOrder()) : cancelledByHand();
    }

    private Called cancel(ExternalId id) {
        return switch (erp.cancel(id, reason)) {
            case Erp.Booked(var cancelled) ->
                    new Settled(facts.erpCancelled(erp.name(), cancelled));
            case Erp.Absent() ->
                    new Failed(
                            new Fault.Rejected(
                                    "document_missing",
                                    document.number(),
                                    "%s was posted but is not in the ERP any more"
                                            .formatted(document.number())));
            case Erp.Failed(var fault) -> new Failed(fault);
        };
    }

    private Called cancelledByHand() {
        return switch (lookUp()) {
            case Settled settled -> settled;
            case Failed failed -> failed;
            case Other(var fault) -> new Failed(fault);
            case Absent() ->
                    new Failed(
                            ErpCapability.CANCEL.refused(
                                    "%s can't be cancelled from here; cancel it in the ERP, then resolve this"
                                            .formatted(document.number())));
        };
    }

    @Override
    public Fact givenUp(Fault fault, boolean inDoubt) {
        return facts.erpCancelRefused(erp.name(), document, fault);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }
}
