package io.orderloom.core;

import io.orderloom.order.Quantity;

/**
 * Where the units of one line are. {@code ordered = active + cancelled} and {@code active = open +
 * allocated + backordered + shipped}: a fact moves units from one bucket to another and can neither
 * make nor lose one. What facts say beyond that waits ({@link Uncovered}).
 *
 * @param toReturn shipped before their cancellation was known, or asked back for another reason
 * @param returned came back, from the buyer or undelivered
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

    /** What has neither left the house nor been given up. */
    public Quantity toShip() {
        return open.plus(allocated).plus(backordered);
    }
}
