package io.orderloom.fact;

import io.orderloom.order.Quantity;

/** A number of units of one line. */
public record Units(String lineId, Quantity quantity) {

    /**
     * @throws IllegalArgumentException if the number is zero
     */
    public Units {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("no unit of line '" + lineId + "'");
        }
    }

    public static Units of(String lineId, long count) {
        return new Units(lineId, Quantity.of(count));
    }
}
