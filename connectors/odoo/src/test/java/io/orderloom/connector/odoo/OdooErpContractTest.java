package io.orderloom.connector.odoo;

import io.orderloom.connector.contract.ErpContract;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpConnector;
import io.orderloom.order.OrderId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;

@RealOdoo
@QuarkusTest
class OdooErpContractTest extends ErpContract {
    private static final OdooConnector CONNECTOR = new OdooConnector(new HttpOdooLink());

    private final Erp erp = CONNECTOR.open(OdooInstance.NAME, OdooInstance.real());
    private final OdooDesk desk = OdooDesk.ofTheReal();

    @Override
    protected ErpConnector connector() {
        return CONNECTOR;
    }

    @Override
    protected Erp erp() {
        return erp;
    }

    @Override
    protected long documents(OrderId order) {
        return desk.count("sale.order", "origin", order.toString());
    }

    @Override
    protected LocalDate postingDate(OrderId order) {
        var stated = desk.order(order, "date_order").path("date_order").asText();
        return LocalDate.parse(stated.substring(0, 10));
    }

    @Override
    protected long lines(OrderId order) {
        return desk.count("sale.order.line", "order_id.origin", order.toString());
    }
}
