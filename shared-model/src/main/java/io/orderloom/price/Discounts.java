package io.orderloom.price;

import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Computes what is left of a discount when fewer units are bought than it was given for. */
public final class Discounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Discounts() {}

    /**
     * A percentage off a line applies to what the line costs now. For example, 20 % off ten units
     * is 20 % off five units, and not the old sum, which would be 40 %.
     *
     * @param percent for example 20
     */
    public static Amount percentOff(BigDecimal percent, Amount unitPrice, Quantity quantity) {
        return new Amount(
                percentOff(percent, unitPrice.transaction(), quantity),
                percentOff(percent, unitPrice.settlement(), quantity));
    }

    private static Money percentOff(BigDecimal percent, Money unitPrice, Quantity quantity) {
        var price = unitPrice.times(quantity.value());
        var off =
                BigDecimal.valueOf(price.minorUnits())
                        .multiply(percent)
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        return new Money(off.longValueExact(), price.currency());
    }

    /**
     * The share of a stated allocation that falls on the units that stay. The rest goes with the
     * units that leave, so that both add up to the stated amount.
     */
    public static Amount onRemaining(Amount allocated, Quantity remaining, Quantity ordered) {
        return Proration.upTo(allocated, remaining, ordered);
    }
}
