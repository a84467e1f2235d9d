package io.orderloom.order;

import java.math.BigDecimal;

/** A count or measure of goods, never negative, in the line's unit of measure. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /**
     * @throws IllegalArgumentException if negative
     */
    public Quantity {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a quantity is not negative: " + value);
        }
        if (value.scale() != 0) {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    public static Quantity of(long count) {
        return new Quantity(BigDecimal.valueOf(count));
    }

    public Quantity plus(Quantity other) {
        if (other.isZero()) {
            return this;
        }
        return isZero() ? other : new Quantity(value.add(other.value));
    }

    /**
     * @throws IllegalArgumentException if the other is larger, since no quantity is negative
     */
    public Quantity minus(Quantity other) {
        return other.isZero() ? this : new Quantity(value.subtract(other.value));
    }

    /** The difference, or zero if the other is larger. */
    public Quantity less(Quantity other) {
        return compareTo(other) <= 0 ? ZERO : minus(other);
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
