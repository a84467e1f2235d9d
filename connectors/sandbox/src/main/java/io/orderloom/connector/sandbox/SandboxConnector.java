package io.orderloom.connector.sandbox;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Opens each configured sandbox ERP with a client of its own. */
@ApplicationScoped
public class SandboxConnector implements ErpConnector {

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Set<ErpCapability> lacks() {
        return EnumSet.of(
                ErpCapability.AMEND,
                ErpCapability.DELIVER,
                ErpCapability.INVOICE,
                ErpCapability.CREDIT,
                ErpCapability.RETURN,
                ErpCapability.REGISTER_PAYMENT,
                ErpCapability.MIXED_TAX_INCLUSION,
                ErpCapability.UNITS_OF_MEASURE);
    }

    @Override
    public Erp open(ErpInstance instance) {
        return new SandboxErp(instance.name(), new SandboxClient(SandboxSettings.of(instance)));
    }
}
