package io.orderloom.kit.config;

import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberEndpoint;

/** A subscriber, and the place where it takes events as its settings say. */
public record Recipient(Subscriber subscriber, SubscriberEndpoint endpoint) {

    public String name() {
        return subscriber.name();
    }
}
