package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.governor.CircuitBreaker.Standing;
import io.orderloom.governor.Outcome.Answered;
import io.orderloom.governor.Outcome.AskedForLess;
import io.orderloom.governor.Outcome.Failed;
import io.orderloom.governor.Outcome.Locked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration CALL = Duration.ofSeconds(60);

    private static Circuit failures(int orders) {
        var circuit = Circuit.HEALTHY;
        for (int order = 0; order < orders; order++) {
            circuit = CircuitBreaker.after(circuit, "a", new Failed("order-" + order), NOW);
        }
        return circuit;
    }

    @Test
    void the_circuit_opens_when_enough_orders_fail_and_stays_open_for_half_a_minute() {
        var open = failures(CircuitBreaker.MOST_FAILURES);

        assertThat(failures(CircuitBreaker.MOST_FAILURES - 1)).isInstanceOf(Circuit.Closed.class);
        assertThat(CircuitBreaker.standing(open, "b", NOW.plusSeconds(29)))
                .isEqualTo(new Standing.Wait(NOW.plusSeconds(30), NOW));
        assertThat(CircuitBreaker.standing(open, "b", NOW.plusSeconds(30)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void one_order_that_always_fails_does_not_open_the_circuit() {
        var circuit = Circuit.HEALTHY;
        for (int i = 0; i < 100; i++) {
            circuit = CircuitBreaker.after(circuit, "a", new Failed("poison"), NOW.plusSeconds(i));
        }

        assertThat(CircuitBreaker.standing(circuit, "a", NOW.plusSeconds(100)))
                .isEqualTo(new Standing.Call());
    }

    @Test
    void an_answer_or_a_long_time_between_failures_resets_their_count() {
        var answered = CircuitBreaker.after(failures(4), "a", new Answered(), NOW);
        var late = NOW.plus(CircuitBreaker.WINDOW).plusMillis(1);

        assertThat(answered).isEqualTo(Circuit.HEALTHY);
        assertThat(CircuitBreaker.after(failures(4), "a", new Failed("fifth"), late))
                .isInstanceOf(Circuit.Closed.class);
    }

    @Test
    void one_instance_makes_the_probe_and_the_others_wait_for_it() {
        var at = NOW.plusSeconds(30);

        var probing = CircuitBreaker.probe(failures(5), "a", at.plus(CALL));

        assertThat(CircuitBreaker.standing(probing, "a", at)).isEqualTo(new Standing.Call());
        assertThat(CircuitBreaker.standing(probing, "b", at)).isInstanceOf(Standing.Wait.class);
        assertThat(CircuitBreaker.standing(probing, "b", at.plus(CALL)))
                .isInstanceOf(Standing.Wait.class);
        assertThat(CircuitBreaker.standing(probing, "b", at.plus(CALL).plus(Slots.SKEW)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void only_the_probe_decides_whether_the_circuit_closes() {
        var probing = CircuitBreaker.probe(failures(5), "a", NOW.plusSeconds(90));
        var at = NOW.plusSeconds(31);

        assertThat(CircuitBreaker.after(probing, "straggler", new Answered(), at))
                .isEqualTo(probing);
        assertThat(CircuitBreaker.after(failures(5), "straggler", new Answered(), at))
                .isEqualTo(failures(5));
        assertThat(CircuitBreaker.after(probing, "a", new Answered(), at))
                .isEqualTo(Circuit.HEALTHY);
        assertThat(CircuitBreaker.after(probing, "a", new Failed("any"), at))
                .isEqualTo(new Open(at.plusSeconds(60), NOW, 2));
    }

    @Test
    void an_outage_is_probed_less_and_less_often_but_at_least_every_five_minutes() {
        assertThat(CircuitBreaker.openFor(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(CircuitBreaker.openFor(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(CircuitBreaker.openFor(5)).isEqualTo(CircuitBreaker.LONGEST_WAIT);
        assertThat(CircuitBreaker.openFor(100_000)).isEqualTo(CircuitBreaker.LONGEST_WAIT);
    }

    @Test
    void
            an_account_that_asks_for_a_pause_gets_it_from_all_instances_and_needs_no_probe_afterwards() {
        var until = NOW.plusSeconds(90);

        var resting = CircuitBreaker.after(failures(3), "a", new AskedForLess(until), NOW);

        assertThat(resting).isEqualTo(new Throttled(until));
        assertThat(CircuitBreaker.standing(resting, "b", NOW))
                .isEqualTo(new Standing.Wait(until, NOW));
        assertThat(CircuitBreaker.after(resting, "b", new Answered(), NOW)).isEqualTo(resting);
        assertThat(CircuitBreaker.standing(resting, "b", until)).isEqualTo(new Standing.Call());
        assertThat(CircuitBreaker.after(resting, "b", new Answered(), until))
                .isEqualTo(Circuit.HEALTHY);
    }

    @Test
    void an_account_that_asks_for_too_long_a_pause_is_probed_after_five_minutes() {
        var told = new AskedForLess(NOW.plusSeconds(999_999));

        var asked = CircuitBreaker.after(Circuit.HEALTHY, "a", told, NOW);

        assertThat(CircuitBreaker.standing(asked, "b", NOW.plusSeconds(299)))
                .isInstanceOf(Standing.Wait.class);
        assertThat(CircuitBreaker.standing(asked, "b", NOW.plusSeconds(300)))
                .isEqualTo(new Standing.Probe());
        var again =
                CircuitBreaker.after(
                        CircuitBreaker.probe(asked, "b", NOW.plusSeconds(360)),
                        "b",
                        told,
                        NOW.plusSeconds(301));
        assertThat(CircuitBreaker.standing(again, "c", NOW.plusSeconds(600)))
                .isInstanceOf(Standing.Wait.class);
        assertThat(CircuitBreaker.standing(again, "c", NOW.plusSeconds(601)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void a_pause_of_days_that_an_earlier_version_wrote_is_ended_by_one_call() {
        var days = new Throttled(NOW.plusSeconds(999_999));

        assertThat(CircuitBreaker.standing(days, "b", NOW)).isEqualTo(new Standing.Probe());
        var probing = CircuitBreaker.probe(days, "b", NOW.plusSeconds(60));
        assertThat(CircuitBreaker.standing(probing, "c", NOW)).isInstanceOf(Standing.Wait.class);
        assertThat(CircuitBreaker.after(probing, "b", new Answered(), NOW))
                .isEqualTo(Circuit.HEALTHY);
    }

    @Test
    void a_refused_key_opens_the_circuit_at_once_whichever_order_it_was() {
        var open = CircuitBreaker.after(Circuit.HEALTHY, "a", new Locked("401"), NOW);

        assertThat(open).isEqualTo(new Open(NOW.plus(CircuitBreaker.FIRST_WAIT), NOW, 1));
        var probing = CircuitBreaker.probe(open, "a", NOW.plusSeconds(90));
        assertThat(CircuitBreaker.after(probing, "a", new Locked("401"), NOW.plusSeconds(31)))
                .isEqualTo(new Open(NOW.plusSeconds(91), NOW, 2));
    }

    @Test
    void the_longest_pause_that_was_asked_for_holds() {
        var resting = new Throttled(NOW.plusSeconds(90));

        assertThat(CircuitBreaker.after(resting, "b", new AskedForLess(NOW.plusSeconds(5)), NOW))
                .isEqualTo(resting);
        assertThat(CircuitBreaker.after(resting, "b", new AskedForLess(NOW.plusSeconds(95)), NOW))
                .isEqualTo(new Throttled(NOW.plusSeconds(95)));
    }

    @Test
    void a_probe_that_was_not_made_is_left_to_another_instance() {
        var probing = CircuitBreaker.probe(failures(5), "a", NOW.plusSeconds(90));

        var left = CircuitBreaker.unprobed(probing, "a", NOW.plusSeconds(31));

        assertThat(CircuitBreaker.unprobed(probing, "b", NOW.plusSeconds(31)))
                .isInstanceOf(HalfOpen.class);
        assertThat(CircuitBreaker.standing(left, "b", NOW.plusSeconds(31)))
                .isEqualTo(new Standing.Probe());
    }
}
