package io.orderloom.erp;

import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;

/**
 * The order as an ERP is to book it.
 *
 * @param ledger the ledger whose amounts are booked; refunds of the order use the same
 */
public record Booking(Order order, PersonalData personalData, Ledger ledger) {

    /** The sum that the ERP's document must come to. */
    public Money total() {
        return order.declared().total().in(ledger);
    }
}
