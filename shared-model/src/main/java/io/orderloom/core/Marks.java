package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.order.Mark;
import io.orderloom.order.Order;
import java.util.Optional;

/** Finds the mark of an order from all that is known of it. Pure. */
public final class Marks {
    private Marks() {}

    /** The mark of an order. An order that has not come yet has none. */
    public static Optional<Mark> of(OrderState order) {
        return switch (order) {
            case Awaited _ -> Optional.empty();
            case Placed placed -> Mark.of(placed.test());
        };
    }

    /** The mark of an order; if it has not come yet, the mark that the fact's document states. */
    public static Optional<Mark> of(OrderState order, Fact fact) {
        return switch (order) {
            case Placed placed -> of(placed);
            case Awaited _ ->
                    switch (fact) {
                        case Fact.OrderPlaced(_, Order document) ->
                                Mark.of(document.flags().test());
                        case Fact.OrderEdited(_, Order document) ->
                                Mark.of(document.flags().test());
                        case Fact _ -> Optional.empty();
                    };
        };
    }
}
