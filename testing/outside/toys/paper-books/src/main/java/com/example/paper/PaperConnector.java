package com.example.paper;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import io.orderloom.erp.InvalidErpSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opens the ERP at the address that its settings name. */
@ApplicationScoped
public class PaperConnector implements ErpConnector {

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Set<ErpCapability> lacks() {
        return EnumSet.of(
                ErpCapability.AMEND,
                ErpCapability.DELIVER,
                ErpCapability.INVOICE,
                ErpCapability.CREDIT,
                ErpCapability.RETURN,
                ErpCapability.REGISTER_PAYMENT);
    }

    @Override
    public Erp open(ErpInstance instance) {
        var address =
                instance.settings()
                        .text("url")
                        .orElseThrow(() -> new InvalidErpSettings(List.of("url is missing")));
        return new PaperErp(instance.name(), URI.create(address));
    }
}
