package io.orderloom.cost;

import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The consumption of the orders of one scenario.
 *
 * @param orders at least one
 */
record Measured(Scenario scenario, int orders, Consumption used) {

    /** The number of webhooks, since every webhook is one invocation of intake. */
    BigDecimal webhooks() {
        return BigDecimal.valueOf(used.work(Function.INTAKE).invocations());
    }

    CostFigure figure() {
        var all = used.total(_ -> true);
        return new CostFigure(
                perOrder(BigDecimal.valueOf(all.requests())),
                perOrder(all.writeUnits()),
                perOrder(all.readUnits()));
    }

    /** The number of requests of one kind, for each order. */
    BigDecimal requests(Metering.Key key) {
        return perOrder(BigDecimal.valueOf(used.total(key::equals).requests()));
    }

    BigDecimal perOrder(BigDecimal all) {
        return all.divide(BigDecimal.valueOf(orders), MathContext.DECIMAL64);
    }
}
