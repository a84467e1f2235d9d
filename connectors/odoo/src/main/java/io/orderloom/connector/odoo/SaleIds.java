package io.orderloom.connector.odoo;

import java.util.Map;

/**
 * Odoo's own ids of everything that one sales order refers to.
 *
 * @param invoiceTo the address for the bill
 * @param shipTo the address for the goods
 */
record SaleIds(
        long company,
        long currency,
        long pricelist,
        long customer,
        long invoiceTo,
        long shipTo,
        Map<Item, Long> products,
        Map<StatedTax, Long> taxes) {

    SaleIds {
        products = Map.copyOf(products);
        taxes = Map.copyOf(taxes);
    }

    /** Each item that a {@link SaleLine} names has an id. */
    long product(Item item) {
        return found(products, item);
    }

    long tax(StatedTax tax) {
        return found(taxes, tax);
    }

    private static <K> long found(Map<K, Long> ids, K key) {
        var id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException(key + " was not looked up");
        }
        return id;
    }
}
