package io.orderloom.simulation.mutant;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import java.time.Duration;

/** Forwards every call to an ERP. Mutants override what they change. */
class ForwardingErp implements Erp {
    private final Erp erp;

    ForwardingErp(Erp erp) {
        this.erp = erp;
    }

    @Override
    public String name() {
        return erp.name();
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return erp.post(booking, id);
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return erp.find(id);
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return erp.cancel(id, reason);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }

    @Override
    public Health health() {
        return erp.health();
    }
}
