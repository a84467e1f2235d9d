package io.orderloom.simulation.oracle;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people did while the functions ran, as far as it changes what is to be expected. */
public final class Doings {
    private final Set<OrderId> erased = new HashSet<>();

    /** By name, from when on each is told everything. */
    private final Map<String, Instant> subscribers = new LinkedHashMap<>();

    /** By name, those that ask for test orders. */
    private final Set<String> asking;

    private boolean testOrdersBooked;
    private boolean payloadsExpired;

    public Doings(List<String> subscribers, Set<String> asking) {
        this.asking = Set.copyOf(asking);
        subscribers.forEach(name -> this.subscribers.put(name, Instant.MIN));
    }

    public void erased(OrderId order) {
        erased.add(order);
    }

    boolean isErased(OrderId order) {
        return erased.contains(order);
    }

    public void subscribed(String name, Instant from) {
        subscribers.put(name, from);
    }

    /** Whoever was told anything, whether he still is or not. */
    List<String> everSubscribed() {
        return List.copyOf(subscribers.keySet());
    }

    /** Whoever leaves may be told less from the beginning: some news waits for a better time. */
    public void unsubscribed(String name) {
        subscribers.put(name, Instant.MAX);
    }

    /**
     * Who is to hear of it. Of a cancellation it says when the buyer wanted it, not when we knew.
     *
     * @param test whether the shop placed it as a test
     */
    List<String> audienceOf(LifecycleEvent event, boolean test) {
        var at = event.type() == Type.CANCELLED ? Instant.MIN : event.occurredAt();
        return subscribers.entrySet().stream()
                .filter(one -> !at.isBefore(one.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> mayHear(name, test))
                .toList();
    }

    boolean mayHear(String name, boolean test) {
        return !test || asking.contains(name);
    }

    public void bookedTestOrders() {
        testOrdersBooked = true;
    }

    boolean mayTestOrdersBeBooked() {
        return testOrdersBooked;
    }

    public void letPayloadsExpire() {
        payloadsExpired = true;
    }

    boolean mayPayloadsBeGone() {
        return payloadsExpired;
    }
}
