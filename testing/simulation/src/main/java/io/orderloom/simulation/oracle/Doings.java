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

/** The actions of people during the run that change what is expected at its end. */
public final class Doings {
    private final Set<OrderId> erased = new HashSet<>();

    /** For each subscriber, by name, the time from which it must receive every event. */
    private final Map<String, Instant> subscribers = new LinkedHashMap<>();

    /** The names of the subscribers that want test orders. */
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

    /** The subscribers that ever received anything, also those that have left. */
    List<String> everSubscribed() {
        return List.copyOf(subscribers.keySet());
    }

    /**
     * Removes a subscriber. It may lack even early events, since some were still waiting for
     * delivery.
     */
    public void unsubscribed(String name) {
        subscribers.put(name, Instant.MAX);
    }

    /**
     * The subscribers that must receive the event. A cancellation's time is when the buyer wanted
     * it, not when it became known here.
     *
     * @param test whether the shop placed it as a test
     */
    List<String> audienceOf(LifecycleEvent event, boolean test) {
        boolean byTheShopsClock = event.type() == Type.CANCELLED || event.type() == Type.RELEASED;
        var at = byTheShopsClock ? Instant.MIN : event.occurredAt();
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
