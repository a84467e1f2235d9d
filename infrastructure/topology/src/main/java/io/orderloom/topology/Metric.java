package io.orderloom.topology;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The functions' metrics: this is the one place that names them. Functions write them in
 * CloudWatch's embedded metric format under {@link #NAMESPACE}, with the dimension {@link
 * Dimension#STAGE} and their own; alarms and dashboards are made from the same names.
 */
public enum Metric {
    /** From a webhook's arrival at the function to its 202. */
    ACCEPTANCE_LATENCY("AcceptanceLatency", Unit.MILLISECONDS, Set.of(Function.INTAKE)),
    /** Webhooks that were answered with 202. */
    WEBHOOKS_TAKEN(
            "WebhooksTaken", Unit.COUNT, Set.of(Function.INTAKE), Optional.of(Dimension.CHANNEL)),
    /** Places in webhooks where the number of a payment card was masked. */
    CARD_NUMBERS_FOUND(
            "CardNumbersFound",
            Unit.COUNT,
            Set.of(Function.INTAKE),
            Optional.of(Dimension.CHANNEL)),
    /** Webhooks that were refused, by the reason. */
    WEBHOOKS_REFUSED(
            "WebhooksRefused", Unit.COUNT, Set.of(Function.INTAKE), Optional.of(Dimension.REFUSAL)),
    /** Webhooks that were accepted but have a subject that no adapter reads. */
    WEBHOOKS_UNREAD("WebhooksUnread", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** From an order's arrival at intake to the ERP's document. */
    ERP_POSTING_DELAY("ErpPostingDelay", Unit.MILLISECONDS, Set.of(Function.ERP_POST)),
    /** Requested refunds that are not settled at the time of the sweep. */
    REFUND_BACKLOG("RefundBacklog", Unit.COUNT, Set.of(Function.MAINTENANCE)),
    /** The money of these refunds, in minor units of the currency. */
    REFUND_BACKLOG_MONEY(
            "RefundBacklogMoney",
            Unit.MINOR_UNITS,
            Set.of(Function.MAINTENANCE),
            Optional.of(Dimension.CURRENCY)),
    /** Exceptions that were opened; another occurrence of an open one is not counted again. */
    EXCEPTIONS_RAISED(
            "ExceptionsRaised",
            Unit.COUNT,
            EnumSet.of(
                    Function.NORMALIZE,
                    Function.ERP_POST,
                    Function.STATUS_FANOUT,
                    Function.REFUND_COMPENSATION,
                    Function.MAINTENANCE),
            Optional.of(Dimension.EXCEPTION)),
    /** Open exceptions, at the time of the sweep. */
    OPEN_EXCEPTIONS("OpenExceptions", Unit.COUNT, Set.of(Function.MAINTENANCE)),
    /** Age of the oldest open exception, at the time of the sweep; 0 if there is none. */
    EXCEPTION_AGE("ExceptionAge", Unit.SECONDS, Set.of(Function.MAINTENANCE)),
    /** The worth of the orders with open exceptions, in minor units of the currency. */
    MONEY_AT_RISK(
            "MoneyAtRisk",
            Unit.MINOR_UNITS,
            Set.of(Function.MAINTENANCE),
            Optional.of(Dimension.CURRENCY)),
    /** Messages that failed for a reason that no rule knows: bugs and broken hosts. */
    FAILURES(
            "Failures", Unit.COUNT, EnumSet.allOf(Function.class), Optional.of(Dimension.WORKFLOW)),
    /**
     * Readings of settings at which those of an instance or a secret could not be used. The
     * function waits for them, or goes on with the last good ones.
     */
    SETTINGS_OUT_OF_FORCE(
            "SettingsOutOfForce",
            Unit.COUNT,
            EnumSet.complementOf(EnumSet.of(Function.MAINTENANCE)),
            Optional.of(Dimension.SETTINGS)),
    /** Calls that another system refused because of the credentials. */
    CREDENTIALS_REFUSED(
            "CredentialsRefused",
            Unit.COUNT,
            EnumSet.of(Function.ERP_POST, Function.STATUS_FANOUT, Function.REFUND_COMPENSATION)),
    /**
     * The time for which an account is not called because the other system requested a pause of
     * more than a minute.
     */
    ACCOUNT_REST(
            "AccountRest",
            Unit.SECONDS,
            EnumSet.of(Function.ERP_POST, Function.REFUND_COMPENSATION)),
    /**
     * The number of times that the circuit breaker of an account at the ERP or a shop opened, or
     * opened again because the one trial call failed, too.
     */
    CIRCUIT_OPENED(
            "CircuitOpened",
            Unit.COUNT,
            EnumSet.of(Function.ERP_POST, Function.REFUND_COMPENSATION)),
    /**
     * The time for which a subscriber is not called because it fails or requested a pause; over a
     * minute.
     */
    SUBSCRIBER_REST("SubscriberRest", Unit.SECONDS, Set.of(Function.STATUS_FANOUT)),
    /** Time since a secret was last changed, measured whenever it is read. */
    SECRET_AGE(
            "SecretAge",
            Unit.SECONDS,
            EnumSet.complementOf(EnumSet.of(Function.NORMALIZE, Function.MAINTENANCE)),
            Optional.of(Dimension.SECRET)),
    /** Orders for which something was due for so long that the sweep sent its message again. */
    DUE_FOUND("DueFound", Unit.COUNT, Set.of(Function.MAINTENANCE)),
    /** The time for which the oldest of these has been due; 0 if none was found. */
    DUE_AGE("DueAge", Unit.SECONDS, Set.of(Function.MAINTENANCE)),
    /** Items of logs that are not as they were written, measured by the check of all logs. */
    LOGS_TAMPERED("LogsTampered", Unit.COUNT, Set.of(Function.MAINTENANCE)),
    /** Sweeps that ran to their end. */
    SWEEPS("Sweeps", Unit.COUNT, Set.of(Function.MAINTENANCE), Optional.of(Dimension.SCHEDULE));

    public static final String NAMESPACE = "Orderloom";

    /** The units of values. */
    public enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds"),
        /** Whole minor units of a currency. CloudWatch has no name for the unit. */
        MINOR_UNITS("None");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** The unit's name at CloudWatch (MetricDatum, "Unit"). */
        public String label() {
            return label;
        }
    }

    private final String label;
    private final Unit unit;
    private final Set<Function> emitters;
    private final Optional<Dimension> dimension;

    Metric(String label, Unit unit, Set<Function> emitters) {
        this(label, unit, emitters, Optional.empty());
    }

    Metric(String label, Unit unit, Set<Function> emitters, Optional<Dimension> dimension) {
        this.label = label;
        this.unit = unit;
        this.emitters = emitters;
        this.dimension = dimension;
    }

    /** The metric's name at CloudWatch. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** The functions that write it. */
    public Set<Function> emitters() {
        return emitters;
    }

    /** Its own dimension, beside the stage. */
    public Optional<Dimension> dimension() {
        return dimension;
    }
}
