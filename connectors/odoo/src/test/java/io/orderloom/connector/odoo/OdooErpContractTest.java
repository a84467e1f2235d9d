package io.orderloom.connector.odoo;

import io.orderloom.connector.contract.ErpContract;
import io.orderloom.erp.Erp;
import io.orderloom.order.OrderId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@RealOdoo
@QuarkusTest
class OdooErpContractTest extends ErpContract {
    @Inject OdooErp erp;
    @Inject OdooDesk desk;

    @Override
    protected Erp erp() {
        return erp;
    }

    @Override
    protected long documents(OrderId order) {
        return desk.count("sale.order", "origin", order.toString());
    }

    @Override
    protected long lines(OrderId order) {
        return desk.count("sale.order.line", "order_id.origin", order.toString());
    }
}
