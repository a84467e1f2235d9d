package io.orderloom.sample;

import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.util.List;
import java.util.Map;

/** Subscribers that get webhooks. */
public final class Webhooks {
    private Webhooks() {}

    public static Subscriber webhook(String name, String url, List<String> secrets) {
        return webhook(name, url, secrets, EventVersion.V1, false);
    }

    public static Subscriber webhook(
            String name,
            String url,
            List<String> secrets,
            EventVersion events,
            boolean testOrders) {
        return new Subscriber(
                name,
                Subscriber.WEBHOOK,
                events,
                testOrders,
                Map.of("url", List.of(url), "secrets", secrets));
    }
}
