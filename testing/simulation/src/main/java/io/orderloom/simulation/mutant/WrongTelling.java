package io.orderloom.simulation.mutant;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.util.Map;

/** Mutants that notify subscribers wrongly. */
final class WrongTelling {
    private WrongTelling() {}

    private interface Wrong {
        DeliveryAnswer deliver(SubscriberEndpoint endpoint, LifecycleEvent event, String name);
    }

    private static Tampering by(Wrong wrong) {
        return Seams.subscribers(connector -> new Tampered(connector, wrong));
    }

    private record Tampered(SubscriberConnector connector, Wrong wrong)
            implements SubscriberConnector {
        @Override
        public String kind() {
            return connector.kind();
        }

        @Override
        public Map<String, String> check(Subscriber subscriber) {
            return connector.check(subscriber);
        }

        @Override
        public SubscriberEndpoint open(Subscriber subscriber) {
            var endpoint = connector.open(subscriber);
            return event -> wrong.deliver(endpoint, event.event(), subscriber.name());
        }
    }

    private static DeliveryAnswer deliver(SubscriberEndpoint endpoint, LifecycleEvent event) {
        return endpoint.deliver(new OutgoingEvent(event));
    }

    static Tampering emptyEvents() {
        return by((endpoint, event, _) -> deliver(endpoint, with(event, event.type(), Map.of())));
    }

    static Tampering onlyTheFirst() {
        return by((endpoint, event, name) ->
                name.equals("warehouse")
                        ? deliver(endpoint, event)
                        : new DeliveryAnswer.Delivered());
    }

    static Tampering nothingOfTrouble() {
        return by((endpoint, event, _) ->
                event.type() == LifecycleEvent.Type.EXCEPTION_RAISED
                        ? new DeliveryAnswer.Delivered()
                        : deliver(endpoint, event));
    }

    static Tampering postedForAccepted() {
        return by((endpoint, event, _) ->
                deliver(
                        endpoint,
                        event.type() == LifecycleEvent.Type.ACCEPTED
                                ? with(event, LifecycleEvent.Type.POSTED, event.data())
                                : event));
    }

    /** Delivers no event again to a subscriber that did not accept it. */
    static Tampering onlyOnce() {
        return by((endpoint, event, _) -> {
            var _ = deliver(endpoint, event);
            return new DeliveryAnswer.Delivered();
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
