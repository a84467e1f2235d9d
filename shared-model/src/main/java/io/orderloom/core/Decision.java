package io.orderloom.core;

import io.orderloom.exception.OrderException;

/** What the core makes of a fact. */
public sealed interface Decision {

    /** Commit this, then send its messages. */
    record Apply(ChangeSet changeSet) implements Decision {}

    /** Write nothing to the order; open this exception. */
    record Refuse(OrderException exception) implements Decision {}
}
