package io.orderloom.topology;

import java.util.List;
import java.util.stream.Stream;

/** What a metric is told apart by. Each value is a time series of its own, and is paid for. */
public enum Dimension {
    /** Which function, by its label. */
    WORKFLOW("Workflow", Stream.of(Function.values()).map(Function::label).toList()),
    /** Which sweep, by its label. */
    SCHEDULE("Schedule", Stream.of(Schedule.values()).map(Schedule::label).toList()),
    /** Which secret, by its label. */
    SECRET("Secret", Stream.of(Secret.values()).map(Secret::label).toList()),
    /** Whose settings: a secret by its label, or a channel instance, which the deployment names. */
    SETTINGS("Settings", Stream.of(Secret.values()).map(Secret::label).toList()),
    /** Which channel instance; which ones there are is the deployment's to say. */
    CHANNEL("Channel", List.of()),
    /** Why a webhook was not taken, by its label. */
    REFUSAL("Refusal", Stream.of(Refusal.values()).map(Refusal::label).toList()),
    /** Which type of exception, as the order core names them. */
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
    /** ISO 4217; which ones there are is the deployment's to say. */
    CURRENCY("Currency", List.of());

    /** Every metric bears it, with the deployment's stage, from {@link #STAGE_VARIABLE}. */
    public static final String STAGE = "Stage";

    /** The variable in which a function finds its stage. */
    public static final String STAGE_VARIABLE = "ORDERLOOM_STAGE";

    /** The variable in which a function finds the currencies that are watched, between commas. */
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

    /** Those of its values that are not the deployment's to name. */
    public List<String> known() {
        return known;
    }
}
