package io.orderloom.connector.webhook;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.event.EventData;
import io.orderloom.fact.Units;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.Subscriber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
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

    static final LifecycleEvent SHIPPED =
            new LifecycleEvent(
                    "demo-shop:1001/shipped/wms/1",
                    LifecycleEvent.Type.SHIPPED,
                    new OrderId("demo-shop", "1001"),
                    7000,
                    Instant.parse("2026-11-24T10:15:00Z"),
                    "corr-1",
                    Map.of("units", "1=2,4=0.5", "shipment", "P-1"),
                    Optional.empty(),
                    Optional.of(
                            new EventData.Sent(
                                    "P-1",
                                    List.of(
                                            Units.of("1", 2),
                                            new Units("4", new Quantity(new BigDecimal("0.5")))))),
                    Optional.of("wms|shipped|P-1|1"),
                    Optional.of("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01"));

    static final Duration PATIENT = Duration.ofSeconds(5);

    private Samples() {}

    static String secret(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** One event delivered once to one subscriber. */
    static DeliveryAnswer deliver(
            WebhookSubscribers subscribers, LifecycleEvent event, Subscriber subscriber) {
        return subscribers.open(subscriber).deliver(new OutgoingEvent(event));
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
