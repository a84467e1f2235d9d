package io.orderloom.topology;

import io.orderloom.topology.Signal.Measured;
import io.orderloom.topology.Signal.OfApi;
import io.orderloom.topology.Signal.OfDeadLetterQueues;
import io.orderloom.topology.Signal.OfFunctions;
import io.orderloom.topology.Signal.OfLogCheck;
import io.orderloom.topology.Signal.OfQueues;
import io.orderloom.topology.Signal.OfTable;
import java.time.Duration;
import java.util.Locale;

/**
 * The conditions under which a person is called. Each has its page {@code
 * docs/runbooks/<label>.md}, which the alarm links to. A deployment may change the thresholds.
 */
public enum Alarm {
    ACCEPTANCE_LATENCY(
            new Measured(Metric.ACCEPTANCE_LATENCY),
            Rule.above(2_000, "p99", minutes(1), 3, 5),
            "webhooks are answered too late; shops give up after five seconds"),
    INTAKE_ERRORS(
            new OfApi("5xx"),
            Rule.above(0, "Sum", minutes(1), 2, 5).rollsBack(),
            "webhooks are answered with an error of ours"),
    WEBHOOKS_REFUSED(
            new Measured(Metric.WEBHOOKS_REFUSED),
            Rule.above(5, "Sum", minutes(15), 1, 1),
            "webhooks are refused at the door; their content is not known here"),
    CARD_NUMBERS(
            new Measured(Metric.CARD_NUMBERS_FOUND),
            Rule.above(0, "Sum", minutes(5), 1, 1),
            "a shop sent the number of a payment card, which was masked here and is still there"),
    CHANNEL_SILENT(
            new Measured(Metric.WEBHOOKS_TAKEN),
            Rule.below(1, "Sum", minutes(60), 12, 12),
            "nothing came from a channel for hours; orders may be missed"),
    ERP_POSTING_DELAY(
            new Measured(Metric.ERP_POSTING_DELAY),
            Rule.above(900_000, "p90", minutes(5), 2, 3),
            "orders take too long to reach the ERP"),
    REFUND_BACKLOG(
            new Measured(Metric.REFUND_BACKLOG),
            Rule.above(25, "Maximum", minutes(10), 3, 3).keepsState(),
            "refunds are asked for faster than they are settled"),
    REFUND_BACKLOG_MONEY(
            new Measured(Metric.REFUND_BACKLOG_MONEY),
            Rule.above(500_000, "Maximum", minutes(10), 3, 3).keepsState(),
            "buyers wait for refunds of a high sum"),
    EXCEPTION_AGE(
            new Measured(Metric.EXCEPTION_AGE),
            Rule.above(14_400, "Maximum", minutes(10), 1, 1).keepsState(),
            "an exception is open for too long"),
    MONEY_AT_RISK(
            new Measured(Metric.MONEY_AT_RISK),
            Rule.above(1_000_000, "Maximum", minutes(10), 1, 1).keepsState(),
            "orders of high value are stuck in exceptions"),
    WORKFLOW_FAILURES(
            new Measured(Metric.FAILURES),
            Rule.above(0, "Sum", minutes(1), 3, 5).rollsBack(),
            "messages fail for a reason that no rule knows"),
    WORKFLOW_BACKLOG(
            new OfQueues("ApproximateAgeOfOldestMessage"),
            Rule.above(900, "Maximum", minutes(5), 2, 2),
            "a queue is worked off slower than it fills"),
    DEAD_LETTERS(
            new OfDeadLetterQueues("NumberOfMessagesReceived"),
            Rule.above(0, "Sum", minutes(5), 1, 1),
            "a message was given up, and is an exception now"),
    DEAD_LETTERS_UNNAMED(
            new OfDeadLetterQueues("ApproximateAgeOfOldestMessage"),
            Rule.above(900, "Maximum", minutes(5), 1, 1),
            "a message was given up, and no exception names it"),
    FUNCTION_ERRORS(
            new OfFunctions("Errors"),
            Rule.above(0, "Sum", minutes(1), 2, 5).rollsBack(),
            "a function crashed or ran out of time"),
    FUNCTION_THROTTLES(
            new OfFunctions("Throttles"),
            Rule.above(0, "Sum", minutes(5), 3, 3),
            "a function is called more often than it may run"),
    TABLE_ERRORS(
            new OfTable("WriteThrottleEvents"),
            Rule.above(0, "Sum", minutes(5), 2, 3),
            "the table refuses writes"),
    CREDENTIALS_REFUSED(
            new Measured(Metric.CREDENTIALS_REFUSED),
            Rule.above(0, "Sum", minutes(5), 1, 1),
            "another system does not take our credentials"),
    ERP_CIRCUIT(
            new Measured(Metric.CIRCUIT_OPENED),
            Rule.above(0, "Sum", minutes(10), 1, 1),
            "the ERP or a shop fails, and is not called until it is back"),
    ACCOUNT_REST(
            new Measured(Metric.ACCOUNT_REST),
            Rule.above(60, "Maximum", minutes(5), 2, 3),
            "the ERP or a shop asks for a long pause"),
    SUBSCRIBER_REST(
            new Measured(Metric.SUBSCRIBER_REST),
            Rule.above(60, "Maximum", minutes(10), 1, 1),
            "a subscriber fails or asks for a pause, and its events wait"),
    SETTINGS_OUT_OF_FORCE(
            new Measured(Metric.SETTINGS_OUT_OF_FORCE),
            Rule.above(0, "Sum", minutes(10), 1, 1),
            "settings can't be used; what needs them waits or works with the last good ones"),
    SECRET_AGE(
            new Measured(Metric.SECRET_AGE),
            Rule.above(15_552_000, "Maximum", minutes(60), 1, 1),
            "a secret was not changed for half a year"),
    DUE_FOUND(
            new Measured(Metric.DUE_FOUND),
            Rule.above(0, "Sum", minutes(10), 1, 1),
            "a message was lost or waited too long, and was sent again"),
    DUE_AGE(
            new Measured(Metric.DUE_AGE),
            Rule.above(14_400, "Maximum", minutes(10), 1, 1),
            "something is due for hours although it was sent again"),
    LOG_TAMPERED(
            new Measured(Metric.LOGS_TAMPERED),
            Rule.above(0, "Sum", minutes(60), 1, 1),
            "somebody changed what was written of an order"),
    LOG_CHECK_MISSING(
            new OfLogCheck("ExecutionsSucceeded"),
            Rule.below(1, "Sum", minutes(360), 6, 6),
            "the logs of orders were not checked for a day and a half, or their heads not kept"),
    SWEEP_MISSING(
            new Measured(Metric.SWEEPS),
            Rule.below(1, "Sum", minutes(30), 1, 1),
            "a sweep did not run, so work whose message was lost is not found");

    /** The side of the threshold on which a value is bad. */
    public enum Comparison {
        ABOVE,
        BELOW
    }

    /** The meaning of a period without a value. */
    public enum Absence {
        GOOD,
        BAD,
        AS_BEFORE
    }

    /**
     * The rule by which values raise an alarm.
     *
     * @param threshold in the metric's unit
     * @param statistic by CloudWatch's name, for example {@code Sum} or {@code p99}
     * @param breaching the number of the last {@code periods} that must breach the threshold
     * @param rollback whether the alarm rolls back a deployment under way
     */
    public record Rule(
            Comparison comparison,
            long threshold,
            String statistic,
            Duration period,
            int breaching,
            int periods,
            Absence absence,
            boolean rollback) {

        static Rule above(
                long threshold, String statistic, Duration period, int breaching, int periods) {
            return new Rule(
                    Comparison.ABOVE,
                    threshold,
                    statistic,
                    period,
                    breaching,
                    periods,
                    Absence.GOOD,
                    false);
        }

        static Rule below(
                long threshold, String statistic, Duration period, int breaching, int periods) {
            return new Rule(
                    Comparison.BELOW,
                    threshold,
                    statistic,
                    period,
                    breaching,
                    periods,
                    Absence.BAD,
                    false);
        }

        /** For a value that the sweep measures: between two sweeps the alarm keeps its state. */
        Rule keepsState() {
            return new Rule(
                    comparison,
                    threshold,
                    statistic,
                    period,
                    breaching,
                    periods,
                    Absence.AS_BEFORE,
                    rollback);
        }

        /** The same rule, raised only after this many breaching periods in a row. */
        public Rule lasting(int periodsInARow) {
            return new Rule(
                    comparison,
                    threshold,
                    statistic,
                    period,
                    periodsInARow,
                    periodsInARow,
                    absence,
                    rollback);
        }

        Rule rollsBack() {
            return new Rule(
                    comparison, threshold, statistic, period, breaching, periods, absence, true);
        }

        public Rule withThreshold(long other) {
            return new Rule(
                    comparison, other, statistic, period, breaching, periods, absence, rollback);
        }
    }

    private final Signal signal;
    private final Rule rule;
    private final String meaning;

    Alarm(Signal signal, Rule rule, String meaning) {
        this.signal = signal;
        this.rule = rule;
        this.meaning = meaning;
    }

    /** The alarm's name and its runbook's, for example {@code dead-letters}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Signal signal() {
        return signal;
    }

    public Rule rule() {
        return rule;
    }

    /** The trouble that raises it, in one line. */
    public String meaning() {
        return meaning;
    }

    /** The path of its runbook from the project's root. */
    public String runbook() {
        return "docs/runbooks/%s.md".formatted(label());
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
