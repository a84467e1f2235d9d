package io.orderloom.simulation.wire;

import static io.orderloom.sample.Webhooks.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.connector.webhook.WebhookSubscribers;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.shop.Listener;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.OutgoingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriberDoorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final LifecycleEvent EVENT =
            new LifecycleEvent(
                    "shop:1/posted/1",
                    LifecycleEvent.Type.POSTED,
                    new OrderId("shop", "1"),
                    7,
                    NOW,
                    "c-1",
                    Map.of("document", "SO-1"));

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final List<LifecycleEvent> heard = new ArrayList<>();

    @Test
    void an_event_arrives_as_it_was_sent() {
        var answer = deliver(new DeliveryAnswer.Delivered(), SubscriberDoor.SECRET);

        assertThat(answer).isEqualTo(new DeliveryAnswer.Delivered());
        assertThat(heard).containsExactly(EVENT);
    }

    @Test
    void an_event_with_a_wrong_signature_ends_the_run() {
        var another = "whsec_" + "QUJD".repeat(8);

        assertThatThrownBy(() -> deliver(new DeliveryAnswer.Delivered(), another))
                .isInstanceOf(AssertionError.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void the_connector_reads_the_answer_of_the_simulated_subscriber() {
        var busy = new Fault.RateLimited(Duration.ofSeconds(9), "later");

        assertThat(deliver(new DeliveryAnswer.Failed(busy), SubscriberDoor.SECRET))
                .isEqualTo(
                        new DeliveryAnswer.Failed(
                                new Fault.RateLimited(
                                        Duration.ofSeconds(9), "warehouse answered 429")));
    }

    private DeliveryAnswer deliver(DeliveryAnswer answer, String secret) {
        Listener taken =
                (event, _) -> {
                    heard.add(event);
                    return answer;
                };
        var door = new SubscriberDoor(taken, clock);
        var warehouse = webhook("warehouse", SubscriberDoor.url("warehouse"), List.of(secret));
        return new WebhookSubscribers(clock, door::to)
                .open(warehouse)
                .deliver(new OutgoingEvent(EVENT));
    }
}
