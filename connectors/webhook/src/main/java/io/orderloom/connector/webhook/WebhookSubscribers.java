package io.orderloom.connector.webhook;

import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Posts each event to the subscriber's URL. */
@ApplicationScoped
public class WebhookSubscribers implements SubscriberConnector {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** For calls that nothing interrupts; a caller with the function's time limit waits less. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(25);

    private final InstantSource clock;
    private final WebhookClient client;

    @Inject
    public WebhookSubscribers(InstantSource clock) {
        this(clock, WebhookLink.HTTP);
    }

    public WebhookSubscribers(InstantSource clock, WebhookLink link) {
        this(clock, new WebhookClient(CONNECT_TIMEOUT, READ_TIMEOUT, link));
    }

    WebhookSubscribers(InstantSource clock, WebhookClient client) {
        this.clock = clock;
        this.client = client;
    }

    @Override
    public String kind() {
        return Subscriber.WEBHOOK;
    }

    @Override
    public Map<String, String> check(Subscriber subscriber) {
        return WebhookSettings.flaws(subscriber);
    }

    @Override
    public SubscriberEndpoint open(Subscriber subscriber) {
        return new WebhookEndpoint(
                subscriber.name(),
                WebhookSettings.url(subscriber),
                WebhookSettings.keys(subscriber),
                subscriber.events(),
                client,
                clock);
    }
}
