package io.orderloom.kit.config;

import io.orderloom.connector.webhook.WebhookSubscribers;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The webhook connector, and a small one of another kind. */
final class Kinds {
    private Kinds() {}

    static SubscriberKinds webhookAnd(Pager pager) {
        return new SubscriberKinds(
                List.of(new WebhookSubscribers(InstantSource.fixed(Instant.EPOCH)), pager));
    }

    /** Calls a number, and needs nothing else. */
    static final class Pager implements SubscriberConnector {
        final AtomicInteger opened = new AtomicInteger();

        @Override
        public String kind() {
            return "pager";
        }

        @Override
        public Map<String, String> check(Subscriber subscriber) {
            return subscriber.text("number").isPresent()
                    ? Map.of()
                    : Map.of("number", "number is missing");
        }

        @Override
        public SubscriberEndpoint open(Subscriber subscriber) {
            opened.incrementAndGet();
            return Pager::paged;
        }

        private static DeliveryAnswer paged(OutgoingEvent event) {
            return new DeliveryAnswer.Delivered();
        }
    }
}
