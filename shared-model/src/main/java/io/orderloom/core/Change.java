package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.task.TaskKind;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that a fact changed. The first four kinds change the order's state; the others tell
 * what follows. Each of those has a name that depends neither on the order's version nor on when
 * facts arrived: the same history gives the same names, in whatever order it comes.
 */
public sealed interface Change {

    /** The order was placed and is accepted. */
    record Accepted(OrderTerms terms, PostingProfile profile, String correlationId)
            implements Change {}

    /** The fact arrived before its order and waits for it. */
    record Deferred(Fact fact) implements Change {}

    /** A further revision of the document came. */
    record Revised(OrderTerms terms) implements Change {}

    /** The fact is added to what is known of the order. */
    record Applied(Fact fact) implements Change {}

    /**
     * An event is to be delivered to the subscribers.
     *
     * @param name unique among the order's messages
     * @param occurredAt when it happened, UTC
     * @param data plain values by name; no personal data
     */
    record EventPublished(
            String name,
            Type type,
            Instant occurredAt,
            String correlationId,
            Map<String, String> data)
            implements Change {
        public EventPublished {
            data = Map.copyOf(data);
        }
    }

    /**
     * A task at another system is requested.
     *
     * @param ordinal how many tasks of this kind the order has requested, this one included
     */
    record TaskRequested(String name, TaskKind task, int ordinal, String correlationId)
            implements Change {

        static TaskRequested of(TaskKind task, int ordinal, OrderState.Placed order) {
            return new TaskRequested(
                    task.label() + "/" + ordinal, task, ordinal, order.correlationId());
        }
    }

    record ExceptionRaised(OrderException exception) implements Change {}

    /**
     * The trouble that an exception was raised for is over.
     *
     * @param fingerprint the exception's
     */
    record ExceptionResolved(
            String fingerprint, String how, Instant resolvedAt, String correlationId)
            implements Change {}
}
