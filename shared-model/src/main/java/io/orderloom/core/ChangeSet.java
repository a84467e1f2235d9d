package io.orderloom.core;

import io.orderloom.fact.FactKey;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one fact changed; committed as a whole, and the only source of what is sent.
 *
 * @param version the order's version after it
 * @param occurredAt when the fact happened, UTC
 * @param mark the order's mark, if it has one; everything that follows from the change set carries
 *     it
 */
public record ChangeSet(
        OrderId orderId,
        long version,
        FactKey factKey,
        Instant occurredAt,
        String correlationId,
        List<Change> changes,
        Optional<Mark> mark) {
    /** Schema version of stored change sets. An older one is converted when it is read. */
    public static final int SCHEMA = 2;

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public int schema() {
        return SCHEMA;
    }
}
