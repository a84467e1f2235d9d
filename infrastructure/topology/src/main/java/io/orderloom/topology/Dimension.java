package io.orderloom.topology;

import java.util.List;
import java.util.stream.Stream;

/** The dimensions of metrics. Each value is a time series of its own, and is paid for. */
public enum Dimension {
    /** A function, by its label. */
    WORKFLOW("Workflow", Stream.of(Function.values()).map(Function::label).toList()),
    /** A sweep, by its label. */
    SCHEDULE("Schedule", Stream.of(Schedule.values()).map(Schedule::label).toList()),
    /** A secret, by its label. */
    SECRET("Secret", Stream.of(Secret.values()).map(Secret::label).toList()),
    /**
     * The owner of settings: a secret by its label, or a channel instance that the deployment
     * names.
     */
    SETTINGS("Settings", Stream.of(Secret.values()).map(Secret::label).toList()),
    /** A channel instance; the deployment names them. */
    CHANNEL("Channel", List.of()),
    /** The reason for which a webhook was refused, by its label. */
    REFUSAL("Refusal", Stream.of(Refusal.values()).map(Refusal::label).toList()),
    /** A type of exception, as the order core names them. */
    EXCEPTION(
            "Exception",
            List.of(
                    "money",
                    "quantity",
                    "ownership",
                    "payload",
                    "conflict",
                    "erp",
                    "refund",
                    "subscriber",
                    "task",
                    "dead_letter")),
    /** An ISO 4217 code; the deployment names them. */
    CURRENCY("Currency", List.of());

    /**
     * The dimension that every metric has: the deployment's stage, from {@link #STAGE_VARIABLE}.
     */
    public static final String STAGE = "Stage";

    /** The variable in which a function finds its stage. */
    public static final String STAGE_VARIABLE = "ORDERLOOM_STAGE";

    /** The variable in which a function finds the watched currencies, separated by commas. */
    public static final String CURRENCIES_VARIABLE = "ORDERLOOM_CURRENCIES";

    private final String label;
    private final List<String> known;

    Dimension(String label, List<String> known) {
        this.label = label;
        this.known = known;
    }

    /** The dimension's name at CloudWatch. */
    public String label() {
        return label;
    }

    /** Its values that are known without a deployment. */
    public List<String> known() {
        return known;
    }
}
