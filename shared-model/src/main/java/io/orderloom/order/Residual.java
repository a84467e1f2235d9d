package io.orderloom.order;

import io.orderloom.money.Amount;

/**
 * A part of the declared total that our own arithmetic does not explain, but somebody can: it has a
 * cause and an account to be booked on. There is no balancing line.
 *
 * @param amount signed: declared total less what the parts add up to
 * @param account the account of the books that it belongs on
 */
public record Residual(Amount amount, Cause cause, String account) {

    public enum Cause {
        /** The till rounds to the smallest coin. */
        CASH_ROUNDING,
        /** The source converts each part and the total by itself. */
        CURRENCY_CONVERSION,
        /** The tax engine rounds the whole, the source its parts. */
        TAX_ROUNDING
    }
}
