package io.orderloom.simulation.fanout;

import static io.orderloom.simulation.fanout.Town.ODD;
import static io.orderloom.simulation.fanout.Town.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.AuditEntry;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A subscriber that accepts nothing for longer than its events wait for it. */
class SubscriberAwayTest {
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(26);
    private static final int ORDERS = 20;
    private static final int EVENTS = 3;

    private static Town awayFor(Duration time) {
        return new Town(scheduler ->
                scheduler.sinceStart().compareTo(time) < 0
                        ? new Failed(new Fault.Transient("odd answered 503"))
                        : new Delivered());
    }

    private static void tellAll(Town town) {
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            for (int order = 1; order <= ORDERS; order++) {
                town.function.tell(Events.of(order, sequence));
            }
        }
    }

    private static ExceptionRecord onlyOne(Town town) {
        assertThat(town.function.open()).hasSize(1);
        return town.function.open().getFirst();
    }

    private static AuditEntry deed(Town town) {
        return new AuditEntry(town.scheduler.instant(), "ada", "it is well again");
    }

    @Test
    void the_outage_of_a_subscriber_is_one_exception_that_keeps_every_event() {
        var town = awayFor(Duration.ofDays(9));
        tellAll(town);

        town.run(A_DAY_AND_MORE);

        var outage = onlyOne(town);
        assertThat(outage.partition()).isEqualTo("SUBSCRIBER#odd");
        assertThat(outage.fingerprint()).isEqualTo("subscriber|odd|outage");
        assertThat(outage.value().what().detail()).contains("odd answered 503");
        assertThat(town.function.backlog(outage).events()).isEqualTo(ORDERS * EVENTS);
        assertThat(town.function.queue.isEmpty()).isTrue();
        assertThat(town.heard(WELL)).hasSize(ORDERS * EVENTS);
    }

    @Test
    void a_subscriber_that_is_away_is_tried_with_one_event_at_a_time() {
        var town = awayFor(Duration.ofDays(9));
        tellAll(town);
        town.run(A_DAY_AND_MORE);
        var before = town.calls(ODD).size();

        for (int sweep = 0; sweep < 5; sweep++) {
            town.function.sweep(town.scheduler.instant());
        }

        assertThat(town.function.queue.bodies()).hasSize(1);
        assertThat(town.calls(ODD)).hasSize(before);
        assertThat(town.function.backlog(onlyOne(town)).events()).isEqualTo(ORDERS * EVENTS);
    }

    @Test
    void a_subscriber_that_is_back_gets_all_events_in_order_and_the_exception_is_resolved() {
        var town = awayFor(Duration.ofHours(30));
        tellAll(town);

        town.runAndSweep(Duration.ofHours(33));

        assertThat(town.function.open()).isEmpty();
        assertThat(town.told).doesNotHaveDuplicates().hasSize(ORDERS * EVENTS);
        inOrder(town.told);
        assertThat(town.function.queue.isEmpty()).isTrue();
    }

    private static void inOrder(List<String> told) {
        for (int order = 1; order <= ORDERS; order++) {
            var prefix = "demo-shop:%d/".formatted(order);
            assertThat(told.stream().filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, EVENTS)
                                    .mapToObj(sequence -> prefix + sequence + "/0")
                                    .toList());
        }
    }

    @Test
    void redriving_sends_the_next_event_of_each_order_and_the_exception_stays_open() {
        var town = awayFor(Duration.ofHours(27));
        tellAll(town);
        town.run(A_DAY_AND_MORE);
        town.waitUntil(Duration.ofHours(28));

        var outcome = town.function.desk().redrive(onlyOne(town), deed(town));
        town.run(Duration.ofHours(1));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done ->
                                assertThat(done.followed().orElseThrow())
                                        .startsWith("of 60 waiting events 20"));
        assertThat(town.told).hasSize(ORDERS);
        assertThat(town.function.backlog(onlyOne(town)).events()).isEqualTo(ORDERS * (EVENTS - 1));

        town.runAndSweep(Duration.ofHours(1));

        assertThat(town.function.open()).isEmpty();
        inOrder(town.told);
    }

    @Test
    void waived_events_are_never_delivered_and_the_next_outage_is_a_new_exception() {
        var town = awayFor(Duration.ofHours(60));
        town.function.tell(Events.of(1));
        town.run(A_DAY_AND_MORE);

        town.function.desk().waive(onlyOne(town), deed(town));

        assertThat(town.function.open()).isEmpty();
        town.function.tell(Events.of(2));
        town.run(A_DAY_AND_MORE);
        assertThat(town.function.backlog(onlyOne(town)).events()).isOne();

        town.runAndSweep(Duration.ofHours(16));

        assertThat(town.told).containsExactly("demo-shop:2/1/0");
        assertThat(town.function.open()).isEmpty();
    }

    @Test
    void events_that_are_given_up_again_stay_kept_and_the_exception_open() {
        var town = awayFor(Duration.ofDays(9));
        tellAll(town);

        town.runAndSweep(Duration.ofHours(50));

        assertThat(town.function.backlog(onlyOne(town)).events()).isEqualTo(ORDERS * EVENTS);
        assertThat(town.function.queue.bodies()).hasSizeLessThanOrEqualTo(ORDERS);
    }
}
