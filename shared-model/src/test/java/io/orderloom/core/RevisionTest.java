package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fault.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the later of two statements, whichever was received first. */
class RevisionTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // Numbers are compared by value, not by their digits.
        "9, 10",
        "0, 1",
        "999999999999999999, 1000000000000000000x",
        // Instants are compared whatever their offset.
        "2026-11-02T15:00:00+02:00, 2026-11-02T14:00:00Z",
        "2026-11-02T14:00:00.000Z, 2026-11-02T14:00:00.001Z",
        // A number is later than anything else, and an instant later than a plain name.
        "b3f1, 0",
        "b3f1, 2026-11-02T14:00:00Z",
        "2026-11-02 T14, 2026-11-02T14:00:00Z",
        "2026-11-02Tnoon, 2026-11-02T14:00:00Z",
        // Plain names are compared by their characters.
        "a, b",
        "'', a",
        "1a, 1b",
        "/1, 01",
        "9:, 9"
    })
    void the_later_revision_is_later_from_either_side(String earlier, String later) {
        // The longer of the two numbers is no sequence here: eighteen digits are the most that fit.
        boolean sequences = !later.endsWith("x");
        var one = new Revision(earlier, NOON, "k");
        var other = new Revision(sequences ? later : later.replace("x", ""), NOON, "k");

        int order = sequences ? 1 : -1;
        assertThat(Integer.signum(other.compareTo(one))).isEqualTo(order);
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-order);
    }

    @Test
    void where_revisions_can_not_be_compared_time_decides_and_then_the_key() {
        var first = new Revision("x", NOON, "b");

        assertThat(new Revision("a", NOON.plusSeconds(1), "a")).isGreaterThan(first);
        assertThat(new Revision("x", NOON, "c")).isGreaterThan(first);
        assertThat(new Revision("x", NOON, "b")).isEqualByComparingTo(first);
    }

    @Test
    void the_earliest_cancellation_holds() {
        var early = new Cancellation("customer", NOON, "b");
        var late = new Cancellation("fraud", NOON.plusSeconds(1), "a");
        var same = new Cancellation("inventory", NOON, "c");

        for (var pair : List.of(List.of(early, late), List.of(early, same))) {
            assertThat(pair.getFirst().earlier(pair.getLast())).isSameAs(early);
            assertThat(pair.getLast().earlier(pair.getFirst())).isSameAs(early);
        }
        assertThat(early.earlier(new Cancellation("other", NOON, "b"))).isSameAs(early);
    }

    @Test
    void the_first_refusal_holds() {
        var fault = new Fault.Rejected("unknown_item", "TEA-07", "unknown");
        var early = new Rejection(fault, "b", NOON);
        var late = new Rejection(fault, "a", NOON.plusSeconds(1));
        var same = new Rejection(fault, "c", NOON);

        Stream.of(late, same)
                .forEach(other -> {
                    assertThat(Rejection.first(Optional.of(early), other)).isSameAs(early);
                    assertThat(Rejection.first(Optional.of(other), early)).isSameAs(early);
                });
        assertThat(Rejection.first(Optional.empty(), late)).isSameAs(late);
        assertThat(Rejection.first(Optional.of(early), new Rejection(fault, "b", NOON)))
                .isSameAs(early);
    }
}
