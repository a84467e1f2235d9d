package io.orderloom.simulation.shop;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The events that each subscriber received, whether or not its answer ever arrived. */
public final class Heard {
    private final Map<OrderId, Map<String, Told>> byOrder = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /** An event as it was first delivered, and the subscribers that received it. */
    public record Told(LifecycleEvent event, Set<String> subscribers) {}

    void add(String subscriber, LifecycleEvent event) {
        var told =
                byOrder.computeIfAbsent(event.orderId(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(event.id(), _ -> new Told(event, new TreeSet<>()));
        told.subscribers().add(subscriber);
        if (!isSame(told.event(), event)) {
            contradictions.add(
                    "%s was told %s, and before %s".formatted(subscriber, event, told.event()));
        }
    }

    /**
     * Returns whether the second event may follow the first under the same id. The resolution of an
     * exception may be reported by the log or by a person in other words. The exception itself may
     * be reported by the log or by the work list, which has no place in the order's course. Only
     * the fields that version 1 of the event types has are compared.
     */
    public static boolean isSame(LifecycleEvent first, LifecycleEvent second) {
        var one = at(first.sequence(), first);
        var other = at(second.sequence(), second);
        return switch (one.type()) {
            case EXCEPTION_RESOLVED ->
                    one.type() == other.type()
                            && one.orderId().equals(other.orderId())
                            && one.data().keySet().equals(other.data().keySet());
            case EXCEPTION_RAISED -> one.equals(at(one.sequence(), other));
            case ACCEPTED,
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
                    COMPLETED ->
                    one.equals(other);
        };
    }

    private static LifecycleEvent at(long sequence, LifecycleEvent event) {
        return new LifecycleEvent(
                event.id(),
                event.type(),
                event.orderId(),
                sequence,
                event.occurredAt(),
                event.correlationId(),
                event.data(),
                event.mark());
    }

    public boolean has(String subscriber, OrderId order, String eventId) {
        var told = byOrder.getOrDefault(order, Map.of()).get(eventId);
        return told != null && told.subscribers().contains(subscriber);
    }

    /** The events of an order, in the order in which their ids first arrived. */
    public Collection<Told> of(OrderId order) {
        return byOrder.getOrDefault(order, Map.of()).values();
    }

    /** Events that came again with different content. */
    public List<String> contradictions() {
        return List.copyOf(contradictions);
    }
}
