package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent;
import java.util.List;

/**
 * A system to which lifecycle events are delivered.
 *
 * @param secrets active signing secrets, {@code whsec_} and Base64; each signs, so that one can be
 *     rotated
 * @param testOrders whether it wants the events of test orders, too
 */
public record Subscriber(String name, String url, List<String> secrets, boolean testOrders) {
    public Subscriber {
        secrets = List.copyOf(secrets);
    }

    /** A subscriber that does not want the events of test orders. */
    public Subscriber(String name, String url, List<String> secrets) {
        this(name, url, secrets, false);
    }

    /** Whether the event is to be delivered to it at all. */
    public boolean hears(LifecycleEvent event) {
        return testOrders || event.mark().isEmpty();
    }

    /** Leaves out the secrets, so that they stay out of logs. */
    @Override
    public String toString() {
        return "%s at %s".formatted(name, url);
    }
}
