package io.orderloom.kit.order;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;

/** What became of the attempt to append a change-set. */
sealed interface Appended {

    record Committed() implements Appended {}

    /** The fact was absorbed before; this is what it changed. */
    record KnownAlready(LogEntry entry) implements Appended {}

    /** Another fact was faster: load and decide again. */
    record Overtaken() implements Appended {}

    /**
     * Somebody changed the log, and nothing was appended to it.
     *
     * @param item the sort key of the entry that is not as it was written
     * @param version that the entry led to
     * @param what is wrong with it, in words
     */
    record Tampered(String item, long version, String what) implements Appended {

        OrderException exception(Fact fact) {
            return Exceptions.tamperedTail(fact.orderId(), item, version, what, fact.provenance());
        }
    }
}
