package io.orderloom.simulation.erp;

import io.orderloom.money.Currency;
import io.orderloom.simulation.erp.Sold.Item;
import io.orderloom.simulation.odoo.OdooLedger.Draft;
import io.orderloom.simulation.odoo.OdooLedger.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an Odoo draft back as what was sold. In Odoo each discount is a line of its own, below the
 * line that it reduces.
 */
final class OdooSold {
    private static final String SHIPPING = "shipping/";
    private static final String DISCOUNT = "/discount/";

    /** The customer name that is sent if nothing is known of the buyer, since Odoo requires one. */
    private static final String NOBODY = "Customer of ";

    private OdooSold() {}

    static Sold of(Draft draft) {
        var currency = draft.total().currency();
        var items = new LinkedHashMap<String, Item>();
        long shipping = 0;
        long shippingTax = 0;
        for (var line : draft.lines()) {
            if (line.part().startsWith(SHIPPING)) {
                shipping += units(line.price().multiply(line.quantity()), currency);
                shippingTax += units(line.tax(), currency);
            } else {
                add(line, currency, items);
            }
        }
        var customer = draft.customer();
        return new Sold(
                new ArrayList<>(items.values()),
                shipping,
                shippingTax,
                currency.code(),
                name(customer.getOrDefault("name", "")),
                customer.getOrDefault("email", ""),
                customer.getOrDefault("street", ""));
    }

    private static String name(String kept) {
        return kept.startsWith(NOBODY) ? "" : kept;
    }

    private static void add(Line line, Currency currency, Map<String, Item> items) {
        int discount = line.part().indexOf(DISCOUNT);
        var of = discount < 0 ? line.part() : line.part().substring(0, discount);
        long price = units(line.price(), currency);
        long tax = units(line.tax(), currency);
        items.merge(
                of,
                discount < 0
                        ? new Item(line.product(), line.quantity().longValueExact(), price, 0, tax)
                        : new Item("", 0, 0, -price, tax),
                (whole, less) ->
                        new Item(
                                whole.sku(),
                                whole.units(),
                                whole.price(),
                                whole.discount() + less.discount(),
                                whole.tax() + less.tax()));
    }

    private static long units(BigDecimal amount, Currency currency) {
        return amount.movePointRight(currency.exponent()).longValueExact();
    }
}
