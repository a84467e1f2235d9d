package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.order.Mark;
import io.orderloom.order.Order;
import java.util.Optional;

/** The mark of an order, by all that is known of it. Pure. */
public final class Marks {
    private Marks() {}

    /** What is known of an order decides; nothing is known to set one apart that has not come. */
    public static Optional<Mark> of(OrderState order) {
        return switch (order) {
            case Awaited _ -> Optional.empty();
            case Placed placed -> Mark.of(placed.test());
        };
    }

    /** The same; of an order that has not come, what the fact says of it. */
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
