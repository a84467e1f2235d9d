package io.orderloom.core;

import io.orderloom.order.Quantity;

/**
 * The units of one line, by where they are. {@code ordered = active + cancelled} and {@code active
 * = open + allocated + backordered + shipped}: a fact moves units from one bucket to another and
 * can neither make nor lose one. Units that facts state beyond that wait ({@link Uncovered}).
 *
 * @param toReturn shipped before their cancellation was known, or to come back for another reason
 * @param returned came back from the buyer, or because they could not be delivered
 */
public record LineQuantities(
        String lineId,
        Quantity ordered,
        Quantity open,
        Quantity allocated,
        Quantity backordered,
        Quantity shipped,
        Quantity cancelled,
        Quantity delivered,
        Quantity toReturn,
        Quantity returned,
        Quantity invoiced,
        Quantity credited,
        Quantity refunded) {

    public Quantity active() {
        return open.plus(allocated).plus(backordered).plus(shipped);
    }

    /** The units that have neither left the house nor been cancelled. */
    public Quantity toShip() {
        return open.plus(allocated).plus(backordered);
    }
}
