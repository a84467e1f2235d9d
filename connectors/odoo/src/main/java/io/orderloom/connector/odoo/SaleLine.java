package io.orderloom.connector.odoo;

import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import java.util.Map;

/**
 * A line of the sales order, before Odoo's ids are known.
 *
 * @param part its name within the document, for example {@code line/1/discount/0}
 * @param unitPrice with the taxes that are included; negative for a discount
 * @param taxes the amount of each, stated and not to be computed
 */
record SaleLine(
        String part,
        Item item,
        String description,
        Quantity quantity,
        Money unitPrice,
        Map<StatedTax, Money> taxes) {

    SaleLine {
        taxes = Map.copyOf(taxes);
    }

    /** The line's amount without any tax. */
    Money untaxed() {
        var included =
                Money.sum(
                        taxes.entrySet().stream()
                                .filter(tax -> tax.getKey().included())
                                .map(Map.Entry::getValue)
                                .toList(),
                        unitPrice.currency());
        return unitPrice.times(quantity.value()).minus(included);
    }
}
