package io.orderloom.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An exact amount of one currency.
 *
 * @param minorUnits signed count of the currency's smallest unit (cents for USD)
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The amount that a decimal numeral states.
     *
     * @throws ArithmeticException if it has more decimals than the currency: a stated amount is a
     *     fact and is never rounded
     */
    public static Money of(BigDecimal amount, Currency currency) {
        try {
            return new Money(amount.movePointRight(currency.exponent()).longValueExact(), currency);
        } catch (ArithmeticException _) {
            throw new ArithmeticException(
                    "%s is not a whole number of the smallest unit of %s"
                            .formatted(amount.toPlainString(), currency));
        }
    }

    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), new Currency(currency));
    }

    public static Money sum(Collection<Money> parts, Currency currency) {
        return parts.stream().reduce(zero(currency), Money::plus);
    }

    /**
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException on overflow of 64 bits
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /** The product, rounded half up to the smallest unit; exact for whole factors. */
    public Money times(BigDecimal factor) {
        var product = BigDecimal.valueOf(minorUnits).multiply(factor);
        return new Money(product.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /**
     * Converts a part of a whole that is stated in two currencies to the other one, rounded half up
     * to its smallest unit. The whole itself gives the other whole to the cent.
     *
     * @param whole in this money's currency
     * @param otherWhole the same in the other currency
     */
    public Money inProportion(Money whole, Money otherWhole) {
        if (equals(whole)) {
            return otherWhole;
        }
        if (whole.isZero()) {
            return zero(otherWhole.currency());
        }
        var rate = otherWhole.decimal().divide(whole.decimal(), MathContext.DECIMAL64);
        var share =
                decimal()
                        .multiply(rate)
                        .setScale(otherWhole.currency().exponent(), RoundingMode.HALF_UP);
        return of(share, otherWhole.currency());
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** The amount as a decimal with exactly the currency's decimals. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, currency.exponent());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    /** The amount for people and logs, for example {@code 43.19 USD}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s are of different currencies".formatted(this, other));
        }
        return other;
    }
}
