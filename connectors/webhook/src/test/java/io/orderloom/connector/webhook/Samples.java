package io.orderloom.connector.webhook;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** One event, two secrets and a fixed time. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T10:15:30.750Z");
    static final byte[] OLD_KEY = "the key that is going away..".getBytes(StandardCharsets.UTF_8);
    static final byte[] NEW_KEY = "the key that is coming in...".getBytes(StandardCharsets.UTF_8);
    static final LifecycleEvent ACCEPTED =
            new LifecycleEvent(
                    "demo-shop:1001/1/0",
                    LifecycleEvent.Type.ACCEPTED,
                    new OrderId("demo-shop", "1001"),
                    1000,
                    Instant.parse("2026-11-24T10:15:00Z"),
                    "corr-1",
                    Map.of("total", "43.19", "currency", "USD"));

    static final LifecycleEvent ACCEPTED_TEST =
            new LifecycleEvent(
                    ACCEPTED.id(),
                    ACCEPTED.type(),
                    ACCEPTED.orderId(),
                    ACCEPTED.sequence(),
                    ACCEPTED.occurredAt(),
                    ACCEPTED.correlationId(),
                    ACCEPTED.data(),
                    Optional.of(Mark.TEST));

    static final Duration PATIENT = Duration.ofSeconds(5);

    private Samples() {}

    static String secret(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    static WebhookSubscribers subscribers() {
        return subscribers(PATIENT);
    }

    static WebhookSubscribers subscribers(Duration readTimeout) {
        return new WebhookSubscribers(InstantSource.fixed(NOW), client(readTimeout));
    }

    static WebhookClient client(Duration readTimeout) {
        return new WebhookClient(Duration.ofSeconds(2), readTimeout, WebhookLink.HTTP);
    }
}
