package io.orderloom.simulation.fanout;

import static io.orderloom.sample.Webhooks.webhook;
import static io.orderloom.simulation.fanout.Town.ODD;
import static io.orderloom.simulation.fanout.Town.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.order.Mark;
import io.orderloom.simulation.fanout.Town.Manner;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events of a test order go only to subscribers that want them, and none are kept for others. */
class TestOrderTest {
    private static final Manner TAKES_ALL = _ -> new Delivered();
    private static final String KEY = SubscriberDoor.SECRET;

    private static Subscriber asking(String name) {
        return webhook(name, "https://x", List.of(KEY), EventVersion.V1, true);
    }

    private static LifecycleEvent ofATest(int order) {
        var event = Events.of(order);
        return new LifecycleEvent(
                event.id(),
                event.type(),
                event.orderId(),
                event.sequence(),
                event.occurredAt(),
                event.correlationId(),
                event.data(),
                Optional.of(Mark.TEST));
    }

    private static void isSettled(Town town) {
        assertThat(town.function.queue.isEmpty()).isTrue();
        assertThat(town.function.open()).isEmpty();
    }

    @Test
    void only_subscribers_that_ask_for_test_orders_are_called() {
        var town = new Town(TAKES_ALL);
        town.function.subscribers(List.of(asking(ODD), Town.sound(WELL)));

        town.function.tell(ofATest(1));
        town.function.tell(Events.of(2));
        town.run(Duration.ofMinutes(1));

        assertThat(town.heard(ODD)).hasSize(2);
        assertThat(town.calls(WELL)).hasSize(1);
        isSettled(town);
    }

    @Test
    void an_event_that_no_subscriber_asks_for_is_settled_without_a_call() {
        var town = new Town(TAKES_ALL);

        town.function.tell(ofATest(1));
        town.run(Duration.ofMinutes(1));

        assertThat(town.calls).isEmpty();
        isSettled(town);
    }

    @Test
    void a_subscriber_that_begins_to_ask_gets_only_later_events() {
        var town = new Town(TAKES_ALL);
        town.function.tell(ofATest(1));
        town.run(Duration.ofMinutes(1));

        town.function.subscribers(List.of(asking(ODD), Town.sound(WELL)));
        town.function.tell(ofATest(2));
        town.run(Duration.ofMinutes(1));

        assertThat(town.told).containsExactly(ofATest(2).id());
        isSettled(town);
    }

    @Test
    void an_unreached_subscriber_that_stops_asking_is_owed_no_event() {
        var town = new Town(Manner.failing(new Fault.Transient("odd answered 503")));
        town.function.subscribers(List.of(asking(ODD), Town.sound(WELL)));
        town.function.tell(ofATest(1));
        town.run(Duration.ofMinutes(1));
        var callsMeanwhile = town.calls(ODD).size();

        town.function.subscribers(List.of(Town.sound(ODD), Town.sound(WELL)));
        town.run(Duration.ofHours(30));

        assertThat(callsMeanwhile).isPositive();
        assertThat(town.calls(ODD)).hasSize(callsMeanwhile);
        isSettled(town);
    }

    @Test
    void a_refused_event_of_a_test_order_is_an_exception_that_is_not_counted() {
        var town = new Town(_ -> new Failed(new Fault.Rejected("http_400", ODD, "HTTP 400")));
        town.function.subscribers(List.of(asking(ODD), Town.sound(WELL)));

        town.function.tell(ofATest(1));
        town.run(Duration.ofHours(1));

        assertThat(town.function.open())
                .singleElement()
                .matches(kept -> !kept.value().what().counts());
    }

    @Test
    void a_subscriber_with_bad_settings_that_does_not_ask_holds_up_no_event() {
        var town = new Town(TAKES_ALL);
        town.function.subscribers(
                List.of(webhook(ODD, "https://x", List.of(KEY + "\n")), asking(WELL)));

        town.function.tell(ofATest(1));
        town.run(Duration.ofMinutes(1));

        assertThat(town.heard(WELL)).hasSize(1);
        isSettled(town);
    }
}
