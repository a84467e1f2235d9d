package io.orderloom.simulation.shop;

import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedOrder.Size;
import java.time.Duration;
import java.util.Set;

/**
 * The way in which an order is placed.
 *
 * @param after how long from now
 * @param cancelledAfter how much later the order is cancelled or paid, if it is
 * @param silent the topics of which the shop sends no webhook
 */
public record Placing(
        String instance,
        Kind kind,
        Size size,
        Duration after,
        Duration cancelledAfter,
        Set<String> silent) {
    public static final String CREATED = "orders/create";
    public static final String CANCELLED = "orders/cancelled";
    public static final String PAID = "orders/paid";

    public Placing {
        silent = Set.copyOf(silent);
    }

    public static Placing of(Kind kind, Duration after, Duration cancelledAfter) {
        return new Placing(
                SimulatedShop.INSTANCE, kind, Size.USUAL, after, cancelledAfter, Set.of());
    }
}
