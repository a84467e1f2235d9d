package io.orderloom.erp;

import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;

/**
 * What an ERP is asked to book.
 *
 * @param ledger the ledger whose amounts are booked; refunds of the order use the same
 */
public record Booking(Order order, PersonalData personalData, Ledger ledger) {

    /** What the ERP's document must add up to. */
    public Money total() {
        return order.declared().total().in(ledger);
    }
}
