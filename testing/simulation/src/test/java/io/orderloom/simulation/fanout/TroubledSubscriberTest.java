package io.orderloom.simulation.fanout;

import static io.orderloom.simulation.fanout.Town.ODD;
import static io.orderloom.simulation.fanout.Town.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fault.Fault;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.simulation.fanout.Town.Manner;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.topology.Function;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TroubledSubscriberTest {
    private static final Duration ABSURD = Duration.ofSeconds(999_999);
    private static final Manner ABSURDLY_BUSY =
            Manner.failing(new Fault.RateLimited(ABSURD, "odd answered 429"));

    @Test
    void a_subscriber_that_hangs_holds_up_no_other() {
        var town = new Town(Manner.hanging());
        town.function.tell(Events.of(1));

        var took = town.turn();

        assertThat(town.heard(WELL)).containsExactly(Duration.ZERO);
        assertThat(took).isLessThan(Duration.ofSeconds(6));
        assertThat(town.function.queue.bodies())
                .singleElement()
                .satisfies(owed -> assertThat(owed).contains("\"subscriber\":\"odd\""));
    }

    @Test
    void a_delivery_that_can_not_end_in_the_time_left_is_postponed_and_soon_received_again() {
        var town = new Town(Manner.hanging());
        for (int sequence = 1; sequence <= 10; sequence++) {
            town.function.tell(Events.of(1, sequence));
        }

        var took = town.turn();

        assertThat(took).isLessThan(Function.STATUS_FANOUT.timeout().minusSeconds(2));
        assertThat(town.heard(WELL)).hasSizeBetween(3, 9);
        assertThat(town.function.queue.nextVisible())
                .hasValueSatisfying(next ->
                        assertThat(Duration.between(town.scheduler.instant(), next))
                                .isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void
            a_subscriber_that_fails_for_five_orders_is_tried_with_one_message_at_a_time_until_it_answers() {
        var town =
                new Town(scheduler ->
                        scheduler.sinceStart().toMinutes() < 3
                                ? new Failed(new Fault.Transient("odd answered 503"))
                                : new Delivered());
        for (int order = 1; order <= 40; order++) {
            town.function.tell(Events.of(order));
        }

        town.run(Duration.ofHours(1));

        assertThat(town.heard(WELL)).hasSize(40);
        assertThat(town.heard(ODD)).hasSize(40);
        // The first batch discovers the trouble; then comes one call after half a minute, one after
        // a further minute, and so on.
        assertThat(town.calls(ODD).size() - town.heard(ODD).size()).isBetween(10, 14);
        assertThat(town.function.queue.isEmpty()).isTrue();
        assertThat(town.function.open()).isEmpty();
    }

    @Test
    void a_subscriber_that_asks_for_a_pause_of_eleven_days_is_called_again_within_minutes() {
        var town = new Town(ABSURDLY_BUSY);
        town.function.tell(Events.of(1));

        town.run(Duration.ofMinutes(30));

        assertThat(town.calls(ODD)).hasSizeGreaterThan(3).isSortedAccordingTo(Duration::compareTo);
        assertThat(town.function.queue.nextVisible())
                .hasValueSatisfying(next ->
                        assertThat(Duration.between(town.scheduler.instant(), next))
                                .isLessThan(
                                        CircuitBreaker.LONGEST_WAIT
                                                .multipliedBy(2)
                                                .plusMinutes(1)));
    }

    @Test
    void an_outage_of_ten_hours_loses_no_event_however_often_its_message_is_received() {
        var town =
                new Town(scheduler ->
                        scheduler.sinceStart().toHours() < 10
                                ? new Failed(new Fault.Transient("odd answered 503"))
                                : new Delivered());
        for (int order = 1; order <= 12; order++) {
            town.function.tell(Events.of(order));
        }

        town.run(Duration.ofHours(11));

        assertThat(town.heard(ODD)).hasSize(12);
        assertThat(town.function.open()).isEmpty();
        assertThat(town.function.queue.isEmpty()).isTrue();
    }
}
