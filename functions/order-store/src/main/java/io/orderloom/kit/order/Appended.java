package io.orderloom.kit.order;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;

/** The result of an attempt to append a change set. */
sealed interface Appended {

    record Committed() implements Appended {}

    /** The fact was ingested before, and this is its entry. */
    record KnownAlready(LogEntry entry) implements Appended {}

    /** Another fact was committed first: load the order and decide again. */
    record Overtaken() implements Appended {}

    /**
     * The log was changed by hand, and nothing was appended to it.
     *
     * @param item the sort key of the entry that is not as it was written
     * @param version the version that the entry led to
     * @param what a description of the damage
     */
    record Tampered(String item, long version, String what) implements Appended {

        OrderException exception(Fact fact) {
            return Exceptions.tamperedTail(fact.orderId(), item, version, what, fact.provenance());
        }
    }
}
