package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.governor.Slots.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Limits TEN = new Limits(10, 2);

    private static Ask normal(String holder, int wanted) {
        return new Ask(holder, Urgency.NORMAL, wanted, 2);
    }

    private static Ask urgent(String holder, int wanted) {
        return new Ask(holder, Urgency.URGENT, wanted, 2);
    }

    private static int held(List<Lease> all, String holder) {
        return all.stream().filter(one -> one.holder().equals(holder)).mapToInt(Lease::slots).sum();
    }

    private static List<Lease> asked(Limits limits, Instant at, Ask... asks) {
        var all = List.<Lease>of();
        for (var ask : asks) {
            all = Slots.ask(all, limits, ask, at, LEASE);
        }
        return all;
    }

    @Test
    void one_of_two_instances_gets_no_more_than_half_so_that_the_other_need_not_wait() {
        var all = asked(TEN, NOW, normal("a", 10), normal("b", 10));

        assertThat(held(all, "a")).isEqualTo(4);
        assertThat(held(all, "b")).isEqualTo(4);
    }

    @Test
    void urgent_calls_find_their_slots_however_much_is_posted() {
        var full = asked(TEN, NOW, normal("a", 10), normal("b", 10), normal("c", 10));

        var all = Slots.ask(full, TEN, urgent("r", 10), NOW, LEASE);

        assertThat(held(all, "r")).isEqualTo(2);
    }

    @Test
    void urgent_calls_may_take_any_free_slot() {
        var all = asked(TEN, NOW, normal("a", 1), urgent("r", 5));

        assertThat(held(all, "r")).isEqualTo(5);
    }

    @Test
    void slots_of_an_instance_that_is_gone_come_back_when_its_lease_and_the_skew_are_over() {
        var all = asked(new Limits(2, 1), NOW, normal("gone", 1));
        var over = NOW.plus(LEASE).plus(Slots.SKEW);

        assertThat(
                        held(
                                Slots.ask(
                                        all,
                                        new Limits(2, 1),
                                        normal("b", 1),
                                        over.minusMillis(1),
                                        LEASE),
                                "b"))
                .isZero();
        assertThat(held(Slots.ask(all, new Limits(2, 1), normal("b", 1), over, LEASE), "b"))
                .isEqualTo(1);
    }

    @Test
    void an_instance_that_holds_slots_gives_one_up_to_an_instance_that_waits() {
        var one = new Limits(2, 1);
        var waiting = asked(one, NOW, normal("a", 1), normal("b", 1));
        assertThat(held(waiting, "b")).isZero();

        var yielded = Slots.ask(waiting, one, normal("a", 1), NOW.plusSeconds(5), LEASE);
        var taken = Slots.ask(yielded, one, normal("b", 1), NOW.plusSeconds(6), LEASE);

        assertThat(held(yielded, "a")).isZero();
        assertThat(held(taken, "b")).isEqualTo(1);
    }

    @Test
    void an_instance_that_does_not_come_back_loses_its_place_in_line() {
        var one = new Limits(2, 1);
        var waiting = asked(one, NOW, normal("a", 1), normal("b", 1));
        var later = NOW.plus(Slots.PATIENCE).plus(Slots.SKEW);

        var all = Slots.ask(waiting, one, normal("a", 1), later, LEASE);

        assertThat(held(all, "a")).isEqualTo(1);
    }

    @Test
    void a_slot_that_is_given_back_is_free_at_once() {
        var all = asked(TEN, NOW, normal("a", 10), normal("b", 10));

        assertThat(Slots.leave(all, "a", NOW)).extracting(Lease::holder).containsExactly("b");
    }

    @Test
    void limits_that_reserve_nothing_or_leave_nothing_are_refused() {
        Stream.of(0, 1)
                .forEach(slots ->
                        assertThatThrownBy(() -> Limits.of(slots))
                                .hasMessageContaining("2 slots or more"));
        assertThatThrownBy(() -> new Limits(5, 5)).hasMessageContaining("1 to 4 are reserved");
        assertThat(Limits.of(5)).isEqualTo(new Limits(5, 1));
        assertThat(Limits.of(24)).isEqualTo(new Limits(24, 4));
    }
}
