package io.orderloom.core;

import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What subscribers are told.
 *
 * @param id the same at every repetition; unique
 * @param sequence grows with the order's version, so that a subscriber can put events in order
 * @param data plain values by name; no personal data
 * @param mark what sets its order apart; such an event is told only to who asks for it
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

    /** Of an order that nothing sets apart. */
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
