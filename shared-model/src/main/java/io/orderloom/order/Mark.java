package io.orderloom.order;

import java.util.Optional;

/** Sets an order, and all that is stated about it, apart from the orders that count. */
public enum Mark {
    /**
     * The order was placed with a test payment. It is in no metric and no report, and its events
     * are delivered only to subscribers that want them.
     */
    TEST;

    public static Optional<Mark> of(boolean test) {
        return test ? Optional.of(TEST) : Optional.empty();
    }
}
