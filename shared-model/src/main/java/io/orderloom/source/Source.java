package io.orderloom.source;

import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.reference.Reference;
import io.orderloom.reference.References;
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
     * The statements of a payload. Pure but for the references, and never throws, whatever the
     * payload is. Where only the body is signed, no header may change what is read from it.
     *
     * @param references finds what this instance said of the things that the payload refers to
     * @param correlationId for facts of orders that the payload is the first to name
     */
    Translation translate(
            SourceInstance instance, Payload payload, References references, String correlationId);

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

        /**
         * The payload is about no order, but about things that orders refer to.
         *
         * @param references of the instance's own system; at least one
         */
        record Described(List<Reference> references) implements Translation {
            public Described {
                references = List.copyOf(references);
                if (references.isEmpty()) {
                    throw new IllegalArgumentException(
                            "a payload that describes nothing is Unread, not Described");
                }
            }
        }

        /** The payload should be about an order or what orders refer to, but can't be read. */
        record Unreadable(Fault.Invalid fault) implements Translation {}

        /** The payload is read, and says nothing that any order or reference has to know. */
        record Silent() implements Translation {}

        /**
         * The payload is about something that the source does not read.
         *
         * @param topic the sender's name for it; perhaps not covered by a signature
         */
        record Unread(String topic) implements Translation {}
    }
}
