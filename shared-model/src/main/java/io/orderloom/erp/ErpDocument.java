package io.orderloom.erp;

import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;

/**
 * A document as the ERP has it.
 *
 * @param reference the ERP's own id of it
 * @param number the number that people at the ERP use
 * @param total as the ERP computed it
 */
public record ErpDocument(ExternalReference reference, String number, Money total, State state) {

    public enum State {
        /** Entered, not yet binding. */
        DRAFT,
        CONFIRMED,
        CANCELLED
    }
}
