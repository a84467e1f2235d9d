package io.orderloom.connector.odoo;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Opens each configured Odoo with a client and caches of its own. */
@ApplicationScoped
public class OdooConnector implements ErpConnector {
    private final OdooLink link;

    OdooConnector(OdooLink link) {
        this.link = link;
    }

    @Override
    public String name() {
        return "odoo";
    }

    /** Odoo itself can do most of these; the connector makes no call for them yet. */
    @Override
    public Set<ErpCapability> lacks() {
        return EnumSet.of(
                ErpCapability.AMEND,
                ErpCapability.DELIVER,
                ErpCapability.INVOICE,
                ErpCapability.CREDIT,
                ErpCapability.RETURN,
                ErpCapability.REGISTER_PAYMENT,
                ErpCapability.UNITS_OF_MEASURE);
    }

    @Override
    public Erp open(ErpInstance instance) {
        return open(instance.name(), OdooSettings.of(instance));
    }

    OdooErp open(String name, OdooSettings settings) {
        var client = new OdooClient(settings, link);
        var records = new Records(client);
        return new OdooErp(name, orders(client, records, settings), records, settings);
    }

    static SaleOrders orders(OdooClient client, Records records, OdooSettings settings) {
        var lookUps =
                new LookUps(
                        client,
                        records,
                        new OdooCurrencies(records),
                        new OdooItems(records),
                        new Taxes(records, new NewTaxes(records), settings),
                        new Partners(records),
                        settings);
        return new SaleOrders(client, records, lookUps);
    }
}
