package io.orderloom.connector.webhook;

import io.orderloom.fault.Fault;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.io.IOException;
import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import javax.crypto.SecretKey;

/** Posts each event to one subscriber's URL, signed with its keys. */
record WebhookEndpoint(
        String name,
        URL url,
        List<SecretKey> keys,
        EventVersion events,
        WebhookClient client,
        InstantSource clock)
        implements SubscriberEndpoint {

    WebhookEndpoint {
        keys = List.copyOf(keys);
    }

    @Override
    public DeliveryAnswer deliver(OutgoingEvent event) {
        var body = EventJson.bytes(event, events);
        var id = Signature.webhookId(event.event().id());
        var headers = Signature.headers(id, clock.instant(), body, keys);
        try {
            var reply = client.post(url, EventJson.CONTENT_TYPE, headers, body);
            return Answers.of(reply, name, clock.instant());
        } catch (IOException e) {
            // A repetition carries the same id, so a lost answer is only a transient fault. The
            // error's message may repeat the URL, and URLs hold tokens, so only its type is
            // reported.
            return new DeliveryAnswer.Failed(
                    new Fault.Transient(
                            "%s did not answer: %s".formatted(name, e.getClass().getSimpleName())));
        }
    }

    /** Leaves out the URL, as URLs hold tokens. */
    @Override
    public String toString() {
        return name;
    }
}
