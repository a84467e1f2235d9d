package io.orderloom.core;

import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.order.Order;
import java.util.Optional;

/** What sets an order, and whatever is said of it, apart from those that count. */
public enum Mark {
    /** Placed with a test payment: in no metric and no report, told only to who asks for it. */
    TEST;

    /** What is known of an order decides; nothing is known to set one apart that has not come. */
    public static Optional<Mark> of(OrderState order) {
        return switch (order) {
            case Expected _ -> Optional.empty();
            case Placed placed -> of(placed.test());
        };
    }

    /** The same; of an order that has not come, what the fact says of it. */
    public static Optional<Mark> of(OrderState order, Fact fact) {
        return switch (order) {
            case Placed placed -> of(placed);
            case Expected _ ->
                    switch (fact) {
                        case Fact.OrderPlaced(_, Order document) -> of(document.flags().test());
                        case Fact.OrderEdited(_, Order document) -> of(document.flags().test());
                        case Fact _ -> Optional.empty();
                    };
        };
    }

    private static Optional<Mark> of(boolean test) {
        return test ? Optional.of(TEST) : Optional.empty();
    }
}
