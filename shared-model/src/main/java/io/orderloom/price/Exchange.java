package io.orderloom.price;

import io.orderloom.money.Amount;

/**
 * Goods come back and others go out for them. The return is credited whole and the replacement is
 * sold whole, each once; only the difference is paid.
 *
 * @param credited the amount for the goods that come back
 * @param sold the amount for the goods that go out
 * @param toPay the difference that the buyer has to pay; never negative
 * @param toRefund the difference that the buyer gets back; never negative
 */
public record Exchange(Amount credited, Amount sold, Amount toPay, Amount toRefund) {

    public static Exchange of(Amount returned, Amount replacement) {
        var more = replacement.minus(returned);
        return new Exchange(
                returned, replacement, more.max(more.zero()), more.negated().max(more.zero()));
    }
}
