package io.orderloom.order;

import java.util.Optional;

/** What sets an order, and whatever is said of it, apart from those that count. */
public enum Mark {
    /** Placed with a test payment: in no metric and no report, told only to who asks for it. */
    TEST;

    public static Optional<Mark> of(boolean test) {
        return test ? Optional.of(TEST) : Optional.empty();
    }
}
