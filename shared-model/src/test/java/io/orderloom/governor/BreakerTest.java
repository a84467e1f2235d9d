package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.governor.Breaker.Standing;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Probing;
import io.orderloom.governor.Circuit.Resting;
import io.orderloom.governor.Outcome.Answered;
import io.orderloom.governor.Outcome.AskedForLess;
import io.orderloom.governor.Outcome.Failed;
import io.orderloom.governor.Outcome.Locked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration CALL = Duration.ofSeconds(60);

    private static Circuit failures(int orders) {
        var circuit = Circuit.HEALTHY;
        for (int order = 0; order < orders; order++) {
            circuit = Breaker.after(circuit, "a", new Failed("order-" + order), NOW);
        }
        return circuit;
    }

    @Test
    void it_opens_when_enough_orders_failed_and_stays_so_for_half_a_minute() {
        var open = failures(Breaker.MOST_FAILURES);

        assertThat(failures(Breaker.MOST_FAILURES - 1)).isInstanceOf(Circuit.Closed.class);
        assertThat(Breaker.standing(open, "b", NOW.plusSeconds(29)))
                .isEqualTo(new Standing.Wait(NOW.plusSeconds(30), NOW));
        assertThat(Breaker.standing(open, "b", NOW.plusSeconds(30)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void one_order_that_always_fails_opens_nothing() {
        var circuit = Circuit.HEALTHY;
        for (int i = 0; i < 100; i++) {
            circuit = Breaker.after(circuit, "a", new Failed("poison"), NOW.plusSeconds(i));
        }

        assertThat(Breaker.standing(circuit, "a", NOW.plusSeconds(100)))
                .isEqualTo(new Standing.Call());
    }

    @Test
    void an_answer_between_or_much_time_between_forgets_the_failures() {
        var answered = Breaker.after(failures(4), "a", new Answered(), NOW);
        var late = NOW.plus(Breaker.WINDOW).plusMillis(1);

        assertThat(answered).isEqualTo(Circuit.HEALTHY);
        assertThat(Breaker.after(failures(4), "a", new Failed("fifth"), late))
                .isInstanceOf(Circuit.Closed.class);
    }

    @Test
    void one_instance_makes_the_one_call_and_the_others_wait_for_it() {
        var at = NOW.plusSeconds(30);

        var probing = Breaker.probe(failures(5), "a", at.plus(CALL));

        assertThat(Breaker.standing(probing, "a", at)).isEqualTo(new Standing.Call());
        assertThat(Breaker.standing(probing, "b", at)).isInstanceOf(Standing.Wait.class);
        assertThat(Breaker.standing(probing, "b", at.plus(CALL))).isInstanceOf(Standing.Wait.class);
        assertThat(Breaker.standing(probing, "b", at.plus(CALL).plus(Slots.SKEW)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void only_the_one_call_decides() {
        var probing = Breaker.probe(failures(5), "a", NOW.plusSeconds(90));
        var at = NOW.plusSeconds(31);

        assertThat(Breaker.after(probing, "straggler", new Answered(), at)).isEqualTo(probing);
        assertThat(Breaker.after(failures(5), "straggler", new Answered(), at))
                .isEqualTo(failures(5));
        assertThat(Breaker.after(probing, "a", new Answered(), at)).isEqualTo(Circuit.HEALTHY);
        assertThat(Breaker.after(probing, "a", new Failed("any"), at))
                .isEqualTo(new Open(at.plusSeconds(60), NOW, 2));
    }

    @Test
    void an_outage_is_asked_about_less_and_less_but_every_five_minutes() {
        assertThat(Breaker.openFor(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Breaker.openFor(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Breaker.openFor(5)).isEqualTo(Breaker.LONGEST_WAIT);
        assertThat(Breaker.openFor(100_000)).isEqualTo(Breaker.LONGEST_WAIT);
    }

    @Test
    void an_account_that_asks_for_less_rests_for_all_and_needs_no_proof_afterwards() {
        var until = NOW.plusSeconds(90);

        var resting = Breaker.after(failures(3), "a", new AskedForLess(until), NOW);

        assertThat(resting).isEqualTo(new Resting(until));
        assertThat(Breaker.standing(resting, "b", NOW)).isEqualTo(new Standing.Wait(until, NOW));
        assertThat(Breaker.after(resting, "b", new Answered(), NOW)).isEqualTo(resting);
        assertThat(Breaker.standing(resting, "b", until)).isEqualTo(new Standing.Call());
        assertThat(Breaker.after(resting, "b", new Answered(), until)).isEqualTo(Circuit.HEALTHY);
    }

    @Test
    void an_account_that_asks_for_too_long_is_asked_once_after_five_minutes() {
        var told = new AskedForLess(NOW.plusSeconds(999_999));

        var asked = Breaker.after(Circuit.HEALTHY, "a", told, NOW);

        assertThat(Breaker.standing(asked, "b", NOW.plusSeconds(299)))
                .isInstanceOf(Standing.Wait.class);
        assertThat(Breaker.standing(asked, "b", NOW.plusSeconds(300)))
                .isEqualTo(new Standing.Probe());
        var again =
                Breaker.after(
                        Breaker.probe(asked, "b", NOW.plusSeconds(360)),
                        "b",
                        told,
                        NOW.plusSeconds(301));
        assertThat(Breaker.standing(again, "c", NOW.plusSeconds(600)))
                .isInstanceOf(Standing.Wait.class);
        assertThat(Breaker.standing(again, "c", NOW.plusSeconds(601)))
                .isEqualTo(new Standing.Probe());
    }

    @Test
    void a_rest_that_a_version_before_wrote_for_days_is_ended_by_one_call() {
        var days = new Resting(NOW.plusSeconds(999_999));

        assertThat(Breaker.standing(days, "b", NOW)).isEqualTo(new Standing.Probe());
        var probing = Breaker.probe(days, "b", NOW.plusSeconds(60));
        assertThat(Breaker.standing(probing, "c", NOW)).isInstanceOf(Standing.Wait.class);
        assertThat(Breaker.after(probing, "b", new Answered(), NOW)).isEqualTo(Circuit.HEALTHY);
    }

    @Test
    void a_key_that_is_not_taken_opens_it_at_once_whichever_order_met_it() {
        var open = Breaker.after(Circuit.HEALTHY, "a", new Locked("401"), NOW);

        assertThat(open).isEqualTo(new Open(NOW.plus(Breaker.FIRST_WAIT), NOW, 1));
        var probing = Breaker.probe(open, "a", NOW.plusSeconds(90));
        assertThat(Breaker.after(probing, "a", new Locked("401"), NOW.plusSeconds(31)))
                .isEqualTo(new Open(NOW.plusSeconds(91), NOW, 2));
    }

    @Test
    void the_longest_that_was_asked_for_holds() {
        var resting = new Resting(NOW.plusSeconds(90));

        assertThat(Breaker.after(resting, "b", new AskedForLess(NOW.plusSeconds(5)), NOW))
                .isEqualTo(resting);
        assertThat(Breaker.after(resting, "b", new AskedForLess(NOW.plusSeconds(95)), NOW))
                .isEqualTo(new Resting(NOW.plusSeconds(95)));
    }

    @Test
    void a_call_that_was_not_made_is_left_to_another_instance() {
        var probing = Breaker.probe(failures(5), "a", NOW.plusSeconds(90));

        var left = Breaker.unprobed(probing, "a", NOW.plusSeconds(31));

        assertThat(Breaker.unprobed(probing, "b", NOW.plusSeconds(31))).isInstanceOf(Probing.class);
        assertThat(Breaker.standing(left, "b", NOW.plusSeconds(31)))
                .isEqualTo(new Standing.Probe());
    }
}
