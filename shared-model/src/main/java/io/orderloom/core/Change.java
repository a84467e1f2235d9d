package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.task.TaskKind;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that a fact changed. The first four change the order's state; the others say what
 * follows. Each of the latter has a name that no version and no arrival is part of: the same
 * history gives the same names, in whatever order it comes.
 */
public sealed interface Change {

    /** The order is ours to carry. */
    record Accepted(OrderTerms terms, PostingProfile profile, String correlationId)
            implements Change {}

    /** The fact came before its order and waits for it. */
    record Deferred(Fact fact) implements Change {}

    /** A further revision of the document came. */
    record Revised(OrderTerms terms) implements Change {}

    /** What the fact says is added to what is known. */
    record Applied(Fact fact) implements Change {}

    /**
     * Subscribers are to be told.
     *
     * @param name no other message of the order has it
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
     * Something is to be done at another system.
     *
     * @param ordinal how many of this kind the order has called for, this one included
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
     * What an exception was about is settled.
     *
     * @param fingerprint the exception's
     */
    record ExceptionResolved(
            String fingerprint, String how, Instant resolvedAt, String correlationId)
            implements Change {}
}
