package io.orderloom.price;

import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Computes the worth of a part of a line by cumulative difference: a part from the {@code n}-th to
 * the {@code m}-th unit is worth as much as {@code m} units, less the worth of {@code n} units.
 * However a line is split, its parts add up to it, and the last one takes the remainder.
 */
public final class Proration {
    private Proration() {}

    /**
     * The worth of the first units of a whole, rounded half up.
     *
     * @param quantity how many units; those beyond {@code of} add no worth
     */
    public static Money upTo(Money whole, Quantity quantity, Quantity of) {
        if (quantity.isZero() || of.isZero() || whole.isZero()) {
            return Money.zero(whole.currency());
        }
        if (quantity.compareTo(of) >= 0) {
            return whole;
        }
        var exact =
                BigDecimal.valueOf(whole.minorUnits())
                        .multiply(quantity.value())
                        .divide(of.value(), 0, RoundingMode.HALF_UP);
        return new Money(exact.longValueExact(), whole.currency());
    }

    /** The same in each ledger. */
    public static Amount upTo(Amount whole, Quantity quantity, Quantity of) {
        return new Amount(
                upTo(whole.transaction(), quantity, of), upTo(whole.settlement(), quantity, of));
    }

    /** The worth of the next units after the first {@code before}. */
    public static Amount next(Amount whole, Quantity before, Quantity next, Quantity of) {
        return upTo(whole, before.plus(next), of).minus(upTo(whole, before, of));
    }
}
