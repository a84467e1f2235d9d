package io.orderloom.core;

import io.orderloom.order.Quantity;

/**
 * Where the units of one line are. {@code ordered = active + cancelled} and {@code active = open +
 * allocated + backordered + shipped}: a fact moves units from one bucket to another and can neither
 * make nor lose one.
 */
public record LineQuantities(
        String lineId,
        Quantity open,
        Quantity allocated,
        Quantity backordered,
        Quantity shipped,
        Quantity cancelled) {

    static LineQuantities ordered(String lineId, Quantity ordered) {
        return new LineQuantities(
                lineId, ordered, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
    }

    public Quantity ordered() {
        return active().plus(cancelled);
    }

    public Quantity active() {
        return open.plus(allocated).plus(backordered).plus(shipped);
    }

    /** All that has not left the house is cancelled. */
    LineQuantities cancelAll() {
        return new LineQuantities(
                lineId,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                shipped,
                cancelled.plus(open).plus(allocated).plus(backordered));
    }
}
