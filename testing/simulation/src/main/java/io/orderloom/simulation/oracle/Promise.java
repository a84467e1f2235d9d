package io.orderloom.simulation.oracle;

import io.orderloom.simulation.shop.Placing;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedShop;

/**
 * The promised result of an order, by what the shop sent of it and the kind that was drawn for it.
 */
enum Promise {
    /** One confirmed document. */
    BOOKED,
    /** No valid document, and the money refunded. */
    UNDONE,
    /** No document, since it is a test order, or since nobody has said that it is paid. */
    KEPT_OUT,
    /** No document or one, since the settings changed meanwhile. */
    KEPT_OUT_OR_BOOKED,
    /** No document, and an exception with the reason. */
    REFUSED,
    /** No order, since its webhook never came. */
    UNHEARD;

    static Promise of(SimulatedOrder order, SimulatedShop shop, Doings doings) {
        if (order.kind() == Kind.PAID_LATER) {
            // The webhook that says so carries the whole order, so that it may place it, too.
            return shop.silences(order, Placing.PAID) ? KEPT_OUT : BOOKED;
        }
        if (shop.silences(order, Placing.CREATED)) {
            return UNHEARD;
        }
        return switch (order.kind()) {
            case PLAIN, PAID_LATER, UNKNOWN_ITEM -> BOOKED;
            case CANCELLED -> shop.silences(order, Placing.CANCELLED) ? BOOKED : UNDONE;
            case TEST -> doings.mayTestOrdersBeBooked() ? KEPT_OUT_OR_BOOKED : KEPT_OUT;
            case MISCOUNTED, UNREADABLE, NEVER_KNOWN_ITEM -> REFUSED;
        };
    }
}
