package io.orderloom.core;

import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event in the life of an order, as delivered to subscribers.
 *
 * @param id unique, and the same each time the event is sent again
 * @param sequence grows with the order's version, so that a subscriber can put events in order; 0
 *     for an event that comes from no change of the order
 * @param data plain values by name; no personal data
 * @param mark the order's mark, if it has one; such an event is delivered only to subscribers that
 *     want it
 */
public record LifecycleEvent(
        String id,
        Type type,
        OrderId orderId,
        long sequence,
        Instant occurredAt,
        String correlationId,
        Map<String, String> data,
        Optional<Mark> mark) {

    public LifecycleEvent {
        data = Map.copyOf(data);
    }

    /** An event of an order without a mark. */
    public LifecycleEvent(
            String id,
            Type type,
            OrderId orderId,
            long sequence,
            Instant occurredAt,
            String correlationId,
            Map<String, String> data) {
        this(id, type, orderId, sequence, occurredAt, correlationId, data, Optional.empty());
    }

    public enum Type {
        ACCEPTED,
        HELD,
        RELEASED,
        CHANGED,
        POSTED,
        REJECTED,
        ALLOCATED,
        BACKORDERED,
        SHIPPED,
        DELIVERED,
        INVOICED,
        CANCELLED,
        ERP_CANCELLED,
        RETURNED,
        REFUNDED,
        COMPLETED,
        EXCEPTION_RAISED,
        EXCEPTION_RESOLVED
    }
}
