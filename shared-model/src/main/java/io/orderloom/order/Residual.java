package io.orderloom.order;

import io.orderloom.money.Amount;

/**
 * A part of the declared total that our own arithmetic does not explain, but that has a known cause
 * and an account to be booked on. No line is ever made up to balance a total.
 *
 * @param amount the declared total less the sum of its parts, signed
 * @param account the account in the books that it belongs to
 */
public record Residual(Amount amount, Cause cause, String account) {

    public enum Cause {
        /** The cash register rounds to the smallest coin. */
        CASH_ROUNDING,
        /** The source converts each part and the total separately. */
        CURRENCY_CONVERSION,
        /** The tax engine rounds the sum, and the source rounds the parts. */
        TAX_ROUNDING
    }
}
