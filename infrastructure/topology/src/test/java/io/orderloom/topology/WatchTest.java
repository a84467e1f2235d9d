package io.orderloom.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTest {
    /** Metrics that are shown beside others that do raise an alarm. */
    private static final Set<Metric> WITHOUT_ALARM =
            EnumSet.of(Metric.OPEN_EXCEPTIONS, Metric.EXCEPTIONS_RAISED, Metric.WEBHOOKS_UNREAD);

    @Test
    void names_at_cloudwatch_are_unique() {
        assertThat(Stream.of(Metric.values()).map(Metric::label)).doesNotHaveDuplicates();
        assertThat(Stream.of(Alarm.values()).map(Alarm::label)).doesNotHaveDuplicates();
        assertThat(Stream.of(Secret.values()).map(Secret::secretName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void every_metric_feeds_an_alarm_unless_it_is_listed_as_one_without(Metric metric) {
        var heard =
                Stream.of(Alarm.values())
                        .map(Alarm::signal)
                        .anyMatch(signal -> signal.equals(new Signal.Measured(metric)));

        assertThat(heard).isNotEqualTo(WITHOUT_ALARM.contains(metric));
        assertThat(metric.emitters()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_alarm_looks_back_further_than_cloudwatch_evaluates(Alarm alarm) {
        var rule = alarm.rule();

        assertThat(rule.breaching()).isBetween(1, rule.periods());
        // Amazon CloudWatch User Guide, "Evaluation periods": a week for periods of an hour and
        // more.
        var longest = rule.period().compareTo(Duration.ofHours(1)) < 0 ? 1 : 7;
        assertThat(rule.period().multipliedBy(rule.periods()))
                .isLessThanOrEqualTo(Duration.ofDays(longest));
        assertThat(rule.period().toSeconds() % 60).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_sweep_may_fail_once_before_somebody_is_called(Schedule schedule) {
        assertThat(Alarm.SWEEP_MISSING.rule().period())
                .isGreaterThanOrEqualTo(schedule.every().multipliedBy(2));
        assertThat(schedule.function().timeout()).isLessThan(schedule.every());
    }

    @Test
    void measures_of_a_sweep_hold_until_the_next_one() {
        var swept =
                Stream.of(Alarm.values())
                        .filter(alarm -> alarm.rule().absence() == Alarm.Absence.AS_BEFORE)
                        .collect(Collectors.toSet());

        assertThat(swept)
                .containsExactlyInAnyOrder(
                        Alarm.REFUND_BACKLOG,
                        Alarm.REFUND_BACKLOG_MONEY,
                        Alarm.EXCEPTION_AGE,
                        Alarm.MONEY_AT_RISK)
                .allSatisfy(alarm ->
                        assertThat(alarm.rule().period())
                                .isGreaterThanOrEqualTo(Schedule.WORK.every()));
    }

    @Test
    void every_secret_is_read_by_exactly_the_functions_that_need_it() {
        assertThat(Function.INTAKE.reads()).containsExactly(Secret.CHANNEL_SIGNING);
        // Facts are made only of the webhook: normalizing calls no shop.
        assertThat(Function.NORMALIZE.reads()).isEmpty();
        // Sweeps read what is in the table, and send what others then call for.
        assertThat(Function.MAINTENANCE.reads()).isEmpty();
        assertThat(Stream.of(Function.values()).flatMap(function -> function.reads().stream()))
                .contains(Secret.values());
    }

    @Test
    void every_function_that_reads_a_secret_reports_its_age() {
        var readers =
                Stream.of(Function.values())
                        .filter(function -> !function.reads().isEmpty())
                        .collect(Collectors.toSet());

        assertThat(Metric.SECRET_AGE.emitters()).isEqualTo(readers);
    }
}
