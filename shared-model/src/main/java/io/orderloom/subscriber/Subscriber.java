package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent;
import java.util.List;

/**
 * Somebody who is told lifecycle events.
 *
 * @param secrets active signing secrets, {@code whsec_} and Base64; each signs, so that one can be
 *     rotated
 * @param testOrders whether it asks for the events of test orders, too
 */
public record Subscriber(String name, String url, List<String> secrets, boolean testOrders) {
    public Subscriber {
        secrets = List.copyOf(secrets);
    }

    /** Who does not ask for test orders. */
    public Subscriber(String name, String url, List<String> secrets) {
        this(name, url, secrets, false);
    }

    /** Whether it is owed the event at all. */
    public boolean hears(LifecycleEvent event) {
        return testOrders || event.mark().isEmpty();
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "%s at %s".formatted(name, url);
    }
}
