package io.orderloom.connector.webhook;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** Posts each event to the subscriber's URL. */
@ApplicationScoped
public class WebhookSubscribers implements Subscribers {
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
    public DeliveryAnswer deliver(LifecycleEvent event, Subscriber subscriber) {
        return switch (Endpoint.of(subscriber)) {
            case Endpoint.Misconfigured(var fault) -> new Failed(fault);
            case Endpoint.Usable endpoint -> post(event, endpoint);
        };
    }

    private DeliveryAnswer post(LifecycleEvent event, Endpoint.Usable endpoint) {
        var body = EventJson.bytes(event);
        var headers =
                Signature.headers(
                        Signature.webhookId(event.id()), clock.instant(), body, endpoint.keys());
        try {
            var reply = client.post(endpoint.url(), EventJson.CONTENT_TYPE, headers, body);
            return Answers.of(reply, endpoint.name(), clock.instant());
        } catch (IOException e) {
            // A repetition carries the same id, so a lost answer is only a transient fault. The
            // error's message may repeat the URL, and URLs hold tokens, so only its type is
            // reported.
            return new Failed(
                    new Fault.Transient(
                            "%s did not answer: %s"
                                    .formatted(endpoint.name(), e.getClass().getSimpleName())));
        }
    }
}
