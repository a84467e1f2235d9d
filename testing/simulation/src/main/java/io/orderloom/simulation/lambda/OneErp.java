package io.orderloom.simulation.lambda;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import java.util.Set;

/** The connector of an ERP that is simulated: it is there already, and needs no settings. */
public record OneErp(Erp erp) implements ErpConnector {

    @Override
    public String name() {
        return erp.name();
    }

    @Override
    public Set<ErpCapability> lacks() {
        return Set.of(ErpCapability.AMEND, ErpCapability.CREDIT);
    }

    @Override
    public Erp open(ErpInstance instance) {
        return erp;
    }
}
