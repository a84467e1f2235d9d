package io.orderloom.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static AuditEntry deed(long seconds) {
        return new AuditEntry(after(seconds), "ada", "the item is in the ERP now");
    }

    private static OrderException refused(String detail) {
        return new OrderException(
                new Fingerprint.OfUnknownForm("f-1"),
                Type.ERP,
                "unknown_item:MUG",
                detail,
                Owner.ERP_TEAM,
                NOW,
                "c-1",
                Optional.empty(),
                Optional.empty());
    }

    private static ExceptionCase opened() {
        return ExceptionCase.opened(refused("no MUG"), NOW);
    }

    private static ExceptionCase resolved(long seconds) {
        var opened = opened();
        return opened.with(live(opened).resolve(deed(seconds)));
    }

    private static Live live(ExceptionCase of) {
        return (Live) of.life();
    }

    private static List<HistoryEntry.Kind> steps(ExceptionCase of) {
        return of.life().history().stream().map(HistoryEntry::kind).toList();
    }

    @Test
    void
            an_exception_is_opened_assigned_and_resolved_and_every_step_records_person_time_and_reason() {
        var opened = opened();

        var ended = live(opened).assign(deed(60), "grace").resolve(deed(90));

        assertThat(opened.with(ended).live()).isFalse();
        assertThat(ended.history())
                .containsExactly(
                        HistoryEntry.of(
                                HistoryEntry.Kind.OPENED,
                                AuditEntry.ourselves(NOW, "occurred for the first time")),
                        new HistoryEntry(
                                HistoryEntry.Kind.ASSIGNED, deed(60), Optional.of("grace")),
                        HistoryEntry.of(HistoryEntry.Kind.RESOLVED, deed(90)));
    }

    @Test
    void an_exception_that_occurs_again_counts_up_and_keeps_its_age_and_assignee() {
        var assigned = opened().with(live(opened()).assign(deed(60), "grace"));

        var again = assigned.met(refused("still no MUG"), after(120));

        assertThat(again.life()).isInstanceOf(ExceptionLife.Assigned.class);
        assertThat(again.life().met()).isEqualTo(new Occurrences(NOW, after(120), 2));
        assertThat(again.what().detail()).isEqualTo("still no MUG");
        assertThat(again.what().raisedAt()).isEqualTo(NOW);
        assertThat(again.life().openings()).isEqualTo(1);
    }

    @Test
    void an_occurrence_that_is_reported_again_does_not_count_again() {
        var met = opened().met(refused("no MUG"), after(30));

        assertThat(met.met(refused("no MUG"), after(30))).isEqualTo(met);
        assertThat(met.met(refused("no MUG"), after(10))).isEqualTo(met);
        assertThat(resolved(60).met(refused("no MUG"), NOW)).isEqualTo(resolved(60));
    }

    @Test
    void a_resolved_exception_that_recurs_opens_again_with_its_history() {
        var back = resolved(60).met(refused("no MUG again"), after(3_600));

        assertThat(back.live()).isTrue();
        assertThat(back.what().raisedAt()).isEqualTo(after(3_600));
        assertThat(back.life().openings()).isEqualTo(2);
        assertThat(steps(back))
                .containsExactly(
                        HistoryEntry.Kind.OPENED,
                        HistoryEntry.Kind.RESOLVED,
                        HistoryEntry.Kind.REOPENED);
    }

    @Test
    void an_occurrence_that_a_person_had_not_seen_reopens_even_if_the_persons_clock_was_ahead() {
        var resolved = resolved(600);

        var back = resolved.met(refused("no MUG either"), after(2));

        assertThat(back.live()).isTrue();
        assertThat(back.what().detail()).isEqualTo("no MUG either");
        assertThat(back.life().openings()).isEqualTo(2);
    }

    @Test
    void an_occurrence_from_before_facts_settled_the_exception_does_not_open_it_again() {
        var settled =
                opened().with(live(opened()).resolve(AuditEntry.ourselves(after(60), "posted")));

        var late = settled.met(refused("no MUG"), after(45));

        assertThat(late.live()).isFalse();
        assertThat(late.life().met().times()).isEqualTo(2);
        assertThat(settled.met(refused("no MUG"), after(61)).live()).isTrue();
    }

    @Test
    void a_further_occurrence_comes_after_the_last_even_if_the_clock_is_behind() {
        var met = opened().life().met();

        assertThat(met.after(after(5))).isEqualTo(after(5));
        assertThat(met.after(NOW)).isAfter(NOW);
        assertThat(met.after(after(-5))).isAfter(NOW);
    }

    @Test
    void a_waived_exception_counts_occurrences_and_stays_waived() {
        var waived = opened().with(live(opened()).waive(deed(60)));

        var again = waived.met(refused("no MUG"), after(3_600));

        assertThat(again.life()).isInstanceOf(ExceptionLife.Waived.class);
        assertThat(again.life().met().times()).isEqualTo(2);
        assertThat(steps(again))
                .containsExactly(HistoryEntry.Kind.OPENED, HistoryEntry.Kind.WAIVED);
    }

    @Test
    void a_settled_exception_can_not_be_settled_once_more() {
        assertThat(ExceptionLife.Live.class).isAssignableFrom(ExceptionLife.Open.class);
        for (var settled : List.of(ExceptionLife.Resolved.class, ExceptionLife.Waived.class)) {
            assertThat(Arrays.stream(settled.getMethods()).map(Method::getName))
                    .doesNotContain("assign", "resolve", "waive");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nobody_does_anything_without_a_name_and_a_reason(String blank) {
        assertThatThrownBy(() -> new AuditEntry(NOW, blank, "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("by: must not be blank");
        assertThatThrownBy(() -> new AuditEntry(NOW, "ada", blank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why: must not be blank");
        assertThatThrownBy(() -> live(opened()).assign(deed(1), blank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to: must not be blank");
    }
}
