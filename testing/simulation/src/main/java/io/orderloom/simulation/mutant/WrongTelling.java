package io.orderloom.simulation.mutant;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.Subscribers;
import java.util.Map;

/** Mutants that notify subscribers wrongly. */
final class WrongTelling {
    private WrongTelling() {}

    private interface Wrong {
        Subscribers.DeliveryAnswer deliver(
                Subscribers subscribers, LifecycleEvent event, Subscriber subscriber);
    }

    private static Tampering by(Wrong wrong) {
        return Seams.subscribers(subscribers ->
                (event, subscriber) -> wrong.deliver(subscribers, event, subscriber));
    }

    static Tampering emptyEvents() {
        return by((subscribers, event, subscriber) ->
                subscribers.deliver(with(event, event.type(), Map.of()), subscriber));
    }

    static Tampering onlyTheFirst() {
        return by((subscribers, event, subscriber) ->
                subscriber.name().equals("warehouse")
                        ? subscribers.deliver(event, subscriber)
                        : new Subscribers.Delivered());
    }

    static Tampering nothingOfTrouble() {
        return by((subscribers, event, subscriber) ->
                event.type() == LifecycleEvent.Type.EXCEPTION_RAISED
                        ? new Subscribers.Delivered()
                        : subscribers.deliver(event, subscriber));
    }

    static Tampering postedForAccepted() {
        return by((subscribers, event, subscriber) ->
                subscribers.deliver(
                        event.type() == LifecycleEvent.Type.ACCEPTED
                                ? with(event, LifecycleEvent.Type.POSTED, event.data())
                                : event,
                        subscriber));
    }

    /** Delivers no event again to a subscriber that did not accept it. */
    static Tampering onlyOnce() {
        return by((subscribers, event, subscriber) -> {
            var _ = subscribers.deliver(event, subscriber);
            return new Subscribers.Delivered();
        });
    }

    private static LifecycleEvent with(
            LifecycleEvent event, LifecycleEvent.Type type, Map<String, String> data) {
        return new LifecycleEvent(
                event.id(),
                type,
                event.orderId(),
                event.sequence(),
                event.occurredAt(),
                event.correlationId(),
                data,
                event.mark());
    }
}
