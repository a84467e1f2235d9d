package io.orderloom.topology;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the functions measure: the one place that names a metric. Functions write it as CloudWatch's
 * embedded metric format under {@link #NAMESPACE}, with the dimension {@link Dimension#STAGE} and
 * its own; alarms and dashboards are made from the same names.
 */
public enum Metric {
    /** From a webhook's arrival at the function to its 202. */
    ACCEPTANCE_LATENCY("AcceptanceLatency", Unit.MILLISECONDS, Set.of(Function.INTAKE)),
    /** Webhooks that were answered with 202. */
    WEBHOOKS_TAKEN(
            "WebhooksTaken", Unit.COUNT, Set.of(Function.INTAKE), Optional.of(Dimension.CHANNEL)),
    /** Places of a webhook in which the number of a payment card was masked. */
    CARD_NUMBERS_FOUND(
            "CardNumbersFound",
            Unit.COUNT,
            Set.of(Function.INTAKE),
            Optional.of(Dimension.CHANNEL)),
    /** Webhooks that were answered with a refusal, by its reason. */
    WEBHOOKS_REFUSED(
            "WebhooksRefused", Unit.COUNT, Set.of(Function.INTAKE), Optional.of(Dimension.REFUSAL)),
    /** Webhooks that were taken and are about something that no adapter reads. */
    WEBHOOKS_UNREAD("WebhooksUnread", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** From an order's arrival at intake to the ERP's document. */
    ERP_POSTING_DELAY("ErpPostingDelay", Unit.MILLISECONDS, Set.of(Function.ERP_POST)),
    /** Refunds asked for and not settled, at the time of the sweep. */
    REFUND_BACKLOG("RefundBacklog", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** The same as money, in minor units of the currency. */
    REFUND_BACKLOG_MONEY(
            "RefundBacklogMoney",
            Unit.MINOR_UNITS,
            Set.of(Function.NORMALIZE),
            Optional.of(Dimension.CURRENCY)),
    /** Exceptions that were opened; one that is met again while it is open is not counted again. */
    EXCEPTIONS_RAISED(
            "ExceptionsRaised",
            Unit.COUNT,
            EnumSet.of(
                    Function.NORMALIZE,
                    Function.ERP_POST,
                    Function.STATUS_FANOUT,
                    Function.REFUND_COMPENSATION),
            Optional.of(Dimension.EXCEPTION)),
    /** Open exceptions, at the time of the sweep. */
    OPEN_EXCEPTIONS("OpenExceptions", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** Age of the oldest open exception, at the time of the sweep; 0 if there is none. */
    EXCEPTION_AGE("ExceptionAge", Unit.SECONDS, Set.of(Function.NORMALIZE)),
    /** What the orders with open exceptions are worth, in minor units of the currency. */
    MONEY_AT_RISK(
            "MoneyAtRisk",
            Unit.MINOR_UNITS,
            Set.of(Function.NORMALIZE),
            Optional.of(Dimension.CURRENCY)),
    /** Messages that were not handled for a reason that no rule knows: bugs and broken hosts. */
    FAILURES(
            "Failures", Unit.COUNT, EnumSet.allOf(Function.class), Optional.of(Dimension.WORKFLOW)),
    /**
     * Looks at settings while some of an instance or a secret could not be used: it waits for them,
     * or works on with the last good ones.
     */
    SETTINGS_OUT_OF_FORCE(
            "SettingsOutOfForce",
            Unit.COUNT,
            EnumSet.allOf(Function.class),
            Optional.of(Dimension.SETTINGS)),
    /** Calls that another system refused because of who we are. */
    CREDENTIALS_REFUSED(
            "CredentialsRefused",
            Unit.COUNT,
            EnumSet.of(Function.ERP_POST, Function.STATUS_FANOUT, Function.REFUND_COMPENSATION)),
    /** How long an account asked to be left alone, wherever that was over a minute. */
    ACCOUNT_REST(
            "AccountRest",
            Unit.SECONDS,
            EnumSet.of(Function.ERP_POST, Function.REFUND_COMPENSATION)),
    /**
     * Times that the circuit of an account at the ERP or a shop opened, or opened again because the
     * one call that was let through failed, too.
     */
    CIRCUIT_OPENED(
            "CircuitOpened",
            Unit.COUNT,
            EnumSet.of(Function.ERP_POST, Function.REFUND_COMPENSATION)),
    /** For how long a subscriber is not called, because it fails or asks for it; over a minute. */
    SUBSCRIBER_REST("SubscriberRest", Unit.SECONDS, Set.of(Function.STATUS_FANOUT)),
    /** Time since a secret was last changed, whenever it is read. */
    SECRET_AGE(
            "SecretAge",
            Unit.SECONDS,
            EnumSet.complementOf(EnumSet.of(Function.NORMALIZE)),
            Optional.of(Dimension.SECRET)),
    /** Orders of which something was due for so long that it was sent again, at the sweep. */
    DUE_FOUND("DueFound", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** Since when something of the oldest of them is due; 0 if none was found. */
    DUE_AGE("DueAge", Unit.SECONDS, Set.of(Function.NORMALIZE)),
    /** Items of logs that are not as they were written, whenever all are looked through. */
    LOGS_TAMPERED("LogsTampered", Unit.COUNT, Set.of(Function.NORMALIZE)),
    /** Sweeps that came to their end. */
    SWEEPS("Sweeps", Unit.COUNT, Set.of(Function.NORMALIZE), Optional.of(Dimension.SCHEDULE));

    public static final String NAMESPACE = "Orderloom";

    /** What a value counts. */
    public enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds"),
        /** Whole minor units of a currency, which CloudWatch has no name for. */
        MINOR_UNITS("None");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** By CloudWatch's name (MetricDatum, "Unit"). */
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

    /** The one that it has beside the stage. */
    public Optional<Dimension> dimension() {
        return dimension;
    }
}
