package io.orderloom.core;

import io.orderloom.event.EventData;
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
 * @param correlationId the order's, whatever brought the fact
 * @param data plain values by name; no personal data
 * @param mark the order's mark, if it has one; such an event is delivered only to subscribers that
 *     want it
 * @param details the same data as a record; absent in messages of older versions, and where there
 *     is nothing to say
 * @param causationId the key of the fact that caused the event; absent in messages of older
 *     versions, and where no fact did
 * @param traceparent the trace in which the event is delivered (W3C Trace Context), once there is
 *     one
 */
public record LifecycleEvent(
        String id,
        Type type,
        OrderId orderId,
        long sequence,
        Instant occurredAt,
        String correlationId,
        Map<String, String> data,
        Optional<Mark> mark,
        Optional<EventData> details,
        Optional<String> causationId,
        Optional<String> traceparent) {

    public LifecycleEvent {
        data = Map.copyOf(data);
    }

    /** An event as older versions send it. */
    public LifecycleEvent(
            String id,
            Type type,
            OrderId orderId,
            long sequence,
            Instant occurredAt,
            String correlationId,
            Map<String, String> data,
            Optional<Mark> mark) {
        this(
                id,
                type,
                orderId,
                sequence,
                occurredAt,
                correlationId,
                data,
                mark,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An event of an order without a mark, as older versions send it. */
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

    /** Says the data as a record, and what caused the event. */
    LifecycleEvent because(Optional<String> fact, Optional<EventData> said) {
        return new LifecycleEvent(
                id,
                type,
                orderId,
                sequence,
                occurredAt,
                correlationId,
                data,
                mark,
                said,
                fact,
                traceparent);
    }

    /** Adds the trace unless the event has one: a repetition stays in the first one's trace. */
    public LifecycleEvent traced(Optional<String> trace) {
        return new LifecycleEvent(
                id,
                type,
                orderId,
                sequence,
                occurredAt,
                correlationId,
                data,
                mark,
                details,
                causationId,
                traceparent.or(() -> trace));
    }

    /**
     * The data as a record.
     *
     * @throws IllegalArgumentException if the event has none and its plain values are not those of
     *     its type
     */
    public EventData content() {
        return details.orElseGet(() -> new FlatForm(data).read(type));
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
