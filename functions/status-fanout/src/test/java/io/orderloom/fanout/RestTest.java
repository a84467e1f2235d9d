package io.orderloom.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fanout.Rest.Call;
import io.orderloom.fault.Fault;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final Call CALL = new Call("demo-shop:1/1/0", "demo-shop:1");
    private static final DeliveryAnswer DOWN = new Failed(new Fault.Transient("answered 503"));

    @Test
    void a_pause_that_a_subscriber_asks_for_lasts_five_minutes_at_most() {
        var absurd = new Fault.RateLimited(Duration.ofSeconds(999_999), "answered 429");

        var after = Rest.after(Circuit.HEALTHY, CALL, new Failed(absurd), NOW);

        assertThat(after).isEqualTo(new Open(NOW.plus(CircuitBreaker.LONGEST_WAIT), NOW, 1));
        assertThat(Rest.bounded(absurd))
                .isEqualTo(new Fault.RateLimited(CircuitBreaker.LONGEST_WAIT, "answered 429"));
    }

    @Test
    void a_pause_that_is_over_is_followed_by_one_call_and_not_by_all() {
        var limited = new Failed(new Fault.RateLimited(Duration.ofSeconds(20), "answered 429"));
        var resting = Rest.after(Circuit.HEALTHY, CALL, limited, NOW);

        var standing = CircuitBreaker.standing(resting, "another", NOW.plusSeconds(20));

        assertThat(standing).isEqualTo(new CircuitBreaker.Standing.Probe());
    }

    @Test
    void a_pause_that_is_asked_for_again_and_again_is_one_pause() {
        var limited = new Failed(new Fault.RateLimited(Duration.ofSeconds(50), "answered 429"));
        var probing = new HalfOpen(CALL.event(), NOW.plusSeconds(60), NOW.minusSeconds(50), 1);

        var after = Rest.after(probing, CALL, limited, NOW);

        assertThat(after).isEqualTo(new Open(NOW.plusSeconds(50), NOW.minusSeconds(50), 1));
    }

    @Test
    void messages_of_a_long_outage_come_back_spread_and_within_ten_minutes() {
        var wait =
                new CircuitBreaker.Standing.Wait(
                        NOW.plus(CircuitBreaker.LONGEST_WAIT), NOW.minus(Duration.ofHours(9)));

        var waits =
                IntStream.range(0, 200)
                        .mapToObj(i -> Rest.wait(wait, new Call("event-" + i, "order"), NOW))
                        .toList();

        assertThat(waits)
                .allSatisfy(one ->
                        assertThat(one)
                                .isBetween(CircuitBreaker.LONGEST_WAIT, Duration.ofMinutes(10)));
        assertThat(waits.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void failures_of_five_orders_open_the_circuit_and_five_of_one_order_do_not() {
        var ofOne = Circuit.HEALTHY;
        var ofFive = Circuit.HEALTHY;

        for (int i = 0; i < 5; i++) {
            ofOne = Rest.after(ofOne, CALL, DOWN, NOW);
            ofFive = Rest.after(ofFive, new Call("event-" + i, "order-" + i), DOWN, NOW);
        }

        assertThat(ofOne).isInstanceOf(Circuit.Closed.class);
        assertThat(ofFive).isEqualTo(new Open(NOW.plus(CircuitBreaker.FIRST_WAIT), NOW, 1));
    }

    @Test
    void any_answer_closes_the_circuit_even_a_refusal() {
        var probing = new HalfOpen(CALL.event(), NOW.plusSeconds(60), NOW.minusSeconds(50), 3);
        var refused = new Failed(new Fault.Rejected("http_404", "printer", "answered 404"));

        assertThat(Rest.after(probing, CALL, new Delivered(), NOW)).isEqualTo(Circuit.HEALTHY);
        assertThat(Rest.after(probing, CALL, refused, NOW)).isEqualTo(Circuit.HEALTHY);
    }

    @Test
    void a_bug_of_ours_does_not_count_against_the_subscriber() {
        var probing = new HalfOpen(CALL.event(), NOW.plusSeconds(60), NOW.minusSeconds(50), 3);
        var bug = new Failed(new Fault.Bug("telling printer failed"));

        assertThat(Rest.after(probing, CALL, bug, NOW))
                .isEqualTo(new Open(NOW, NOW.minusSeconds(50), 3));
    }
}
