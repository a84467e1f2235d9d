package io.orderloom.topology;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The functions' settings of our own, by the variables that hold them. An angle bracket stands for
 * a name: {@code ORDERLOOM_SLOTS_<ERP>}. Settings of connectors are not here; each connector reads
 * its own.
 */
public enum Setting {
    CHANNELS(Kind.PARAMETER, "channels", "The channel instances, without their secrets."),
    CHANNEL_APIS(
            Kind.SECRET,
            Secret.CHANNEL_API.label(),
            "The addresses of the channels' APIs, and the tokens for them."),
    CHANNEL_SECRETS(
            Kind.SECRET,
            Secret.CHANNEL_SIGNING.label(),
            "The keys with which channels sign their webhooks."),
    CURRENCIES(
            Kind.PARAMETER,
            "currencies",
            "The currencies for which money at risk is reported even if it is zero."),
    DUE_AFTER(
            Kind.ENVIRONMENT,
            "",
            "How long something is due before its message counts as lost and is sent again."),
    ERP(Kind.EITHER, "erp", "The ERP that books the orders of channels that name none."),
    ERPS(Kind.PARAMETER, "erps", "Further ERPs, each with its connector."),
    INTAKE_LARGEST_BODY(
            Kind.ENVIRONMENT, "", "The largest body of a webhook, in bytes before it is encoded."),
    KEEP_RAW(Kind.ENVIRONMENT, "", "How long payloads and dead letters are kept."),
    LEASE(
            Kind.ENVIRONMENT,
            "",
            "The longest that a call of another system can last: no less than the functions' time limit."),
    LOOK_FIRST_UNTIL(
            Kind.ENVIRONMENT,
            "",
            "After a restore: the instant until which other systems may have done work that the table does not show."),
    QUEUE_URL("ORDERLOOM_QUEUE_<QUEUE>_URL", Kind.STACK, "", "The address of a queue."),
    RESERVED_SLOTS(
            "ORDERLOOM_RESERVED_SLOTS_<ERP>",
            Kind.EITHER,
            "erp",
            "How many slots of an ERP's account are only for cancellations."),
    SECRETS(Kind.STACK, "", "The secrets that the function reads."),
    SECRETS_READ_AT(
            Kind.PARAMETER, "secretsReadAt", "Any text; when it changes, all functions restart."),
    SLOTS(
            "ORDERLOOM_SLOTS_<ERP>",
            Kind.EITHER,
            "erp",
            "How many calls at once an ERP's account bears."),
    SLOTS_KEPT(
            Kind.ENVIRONMENT,
            "",
            "How long an instance uses slots of an ERP's account before it asks again."),
    STAGE(Kind.STACK, "", "The stage, as metrics name it."),
    SUBSCRIBER_SETTINGS(Kind.PARAMETER, "subscribers", "The subscribers, without their keys."),
    SUBSCRIBERS(
            Kind.SECRET,
            Secret.SUBSCRIBERS.label(),
            "The keys with which events are signed; or the subscribers as a whole."),
    TABLE(Kind.STACK, "", "The name of the table that holds the orders."),
    TELL_ALL_WITHIN(
            Kind.ENVIRONMENT,
            "",
            "How long to wait for all subscribers that are notified at once."),
    TELL_ONE_WITHIN(
            Kind.ENVIRONMENT, "", "How long to wait for a subscriber that is notified alone."),
    UNTOLD_AFTER(
            Kind.ENVIRONMENT,
            "",
            "How long an event waits for a subscriber that does not take it.");

    /** The places where a setting's value can be said. */
    public enum Kind {
        /** The stack itself; nobody else can. */
        STACK,
        /** A parameter of the stage, and nothing else. */
        PARAMETER,
        /** A parameter of the stage, or else its {@code environment}. */
        EITHER,
        /** A secret. */
        SECRET,
        /** The {@code environment} of the stage. */
        ENVIRONMENT
    }

    /** The beginning of all our variables. */
    public static final String PREFIX = "ORDERLOOM_";

    private final String variable;
    private final Kind kind;
    private final String where;
    private final String meaning;
    private final Pattern matches;

    Setting(Kind kind, String where, String meaning) {
        this("", kind, where, meaning);
    }

    Setting(String pattern, Kind kind, String where, String meaning) {
        this.variable = pattern.isEmpty() ? PREFIX + name() : pattern;
        this.kind = kind;
        this.where = where;
        this.meaning = meaning;
        this.matches = Pattern.compile(variable.replaceAll("<[A-Z]+>", "[A-Z0-9_]+"));
    }

    /** The setting that a variable holds; empty if no function reads it. */
    public static Optional<Setting> of(String variable) {
        // The exact name counts first: ORDERLOOM_SLOTS_KEPT is no ERP's number of slots.
        return Arrays.stream(values())
                .filter(one -> one.variable.equals(variable))
                .findFirst()
                .or(() ->
                        Arrays.stream(values())
                                .filter(one -> one.matches.matcher(variable).matches())
                                .findFirst());
    }

    public String variable() {
        return variable;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the parameter or the label of the secret; empty if it is neither. */
    public String where() {
        return where;
    }

    /** One sentence for a person. */
    public String meaning() {
        return meaning;
    }
}
