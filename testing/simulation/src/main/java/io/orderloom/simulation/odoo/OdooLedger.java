package io.orderloom.simulation.odoo;

import io.orderloom.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The place where the simulated Odoo keeps its sales orders, so that a check can read them. */
public interface OdooLedger {

    /** Returns whether the item master has this item. */
    boolean sells(String sku);

    /**
     * @return the id of the new draft
     */
    long enter(Draft draft);

    void confirm(long id);

    void cancel(long id);

    /**
     * A sales order as it was sent.
     *
     * @param reference the external id, as the other ERPs have it
     * @param total as Odoo computes it
     * @param customer what is stored of the buyer
     */
    record Draft(String reference, Money total, List<Line> lines, Map<String, String> customer) {
        public Draft {
            lines = List.copyOf(lines);
            customer = Map.copyOf(customer);
        }
    }

    /**
     * @param part its name within the order, for example {@code line/1/discount/0}
     * @param product a SKU, or the external id of the product for a kind of charge
     * @param tax of the whole line
     */
    record Line(
            String part, String product, BigDecimal quantity, BigDecimal price, BigDecimal tax) {}
}
