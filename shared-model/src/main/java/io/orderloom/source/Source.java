package io.orderloom.source;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import java.util.List;

/**
 * Reads what one kind of outside system says of orders. A source may be asked by many threads at
 * once and keeps nothing between two calls.
 */
public interface Source {

    /** The name by which {@link SourceInstance#connector()} chooses it, lower-case. */
    String name();

    /** The role that an instance has for which none is configured. */
    SystemRole role();

    /**
     * The statements of a payload. Pure, and never throws, whatever the payload is. Where only the
     * body is signed, no header may change what is read from it.
     *
     * @param correlationId for facts of orders that the payload is the first to name
     */
    Translation translate(SourceInstance instance, Payload payload, String correlationId);

    /** The outcome of translating a payload. */
    sealed interface Translation {

        /**
         * @param statements one for each order, in the order in which the payload comes to speak of
         *     them; at least one
         */
        record Stated(List<Statement> statements) implements Translation {
            public Stated {
                statements = List.copyOf(statements);
                if (statements.isEmpty()) {
                    throw new IllegalArgumentException(
                            "a payload that states nothing is Unread, not Stated");
                }
            }

            /** The facts about all orders, in the order in which they are stated. */
            public List<Fact> facts() {
                return statements.stream().flatMap(one -> one.facts().stream()).toList();
            }
        }

        /** The payload should be about an order, but can't be read. */
        record Unreadable(Fault.Invalid fault) implements Translation {}

        /**
         * The payload is about something that the source does not read.
         *
         * @param topic the sender's name for it; perhaps not covered by a signature
         */
        record Unread(String topic) implements Translation {}
    }
}
