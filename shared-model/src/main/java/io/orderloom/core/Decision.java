package io.orderloom.core;

import io.orderloom.exception.OrderException;

/** The core's answer to a fact. */
public sealed interface Decision {

    /** Commit this change set, then send its messages. */
    record Apply(ChangeSet changeSet) implements Decision {}

    /** Write nothing to the order, and open this exception. */
    record Refuse(OrderException exception) implements Decision {}
}
