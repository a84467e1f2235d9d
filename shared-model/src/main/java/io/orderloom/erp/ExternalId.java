package io.orderloom.erp;

import io.orderloom.order.OrderId;

/**
 * The deterministic name of a document of ours at an ERP. It is the same for every attempt, so that
 * an ERP, or a look-up, can recognise a repetition.
 */
public record ExternalId(String value) {

    /** The id of the sales order that books this order. */
    public static ExternalId salesOrder(OrderId order) {
        return new ExternalId(order + "/sales-order");
    }

    /** The id of a line, charge or party that belongs to this document. */
    public ExternalId part(String name) {
        return new ExternalId(value + "/" + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
