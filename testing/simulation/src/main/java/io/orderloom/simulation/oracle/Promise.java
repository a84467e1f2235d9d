package io.orderloom.simulation.oracle;

import io.orderloom.simulation.shop.Placing;
import io.orderloom.simulation.shop.ShopOrder;
import io.orderloom.simulation.shop.SimulatedShop;

/** How an order has to end, by what the shop said of it and who it was drawn to be. */
enum Promise {
    /** One confirmed document. */
    BOOKED,
    /** No document that counts, and the money given back. */
    UNDONE,
    /** Nothing, since it is a test. */
    KEPT_OUT,
    /** One of the two, since the settings changed meanwhile. */
    KEPT_OUT_OR_BOOKED,
    /** Nothing, and somebody is told why. */
    REFUSED,
    /** Nobody ever heard that it was placed. */
    UNHEARD;

    static Promise of(ShopOrder order, SimulatedShop shop, Doings doings) {
        if (shop.silences(order, Placing.CREATED)) {
            return UNHEARD;
        }
        return switch (order.kind()) {
            case PLAIN, UNKNOWN_ITEM -> BOOKED;
            case CANCELLED -> shop.silences(order, Placing.CANCELLED) ? BOOKED : UNDONE;
            case TEST -> doings.mayTestOrdersBeBooked() ? KEPT_OUT_OR_BOOKED : KEPT_OUT;
            case MISCOUNTED, UNREADABLE, NEVER_KNOWN_ITEM -> REFUSED;
        };
    }
}
