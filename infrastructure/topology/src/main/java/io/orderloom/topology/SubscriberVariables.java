package io.orderloom.topology;

/** The name of the variable that holds a stage's {@code subscribers}. */
public final class SubscriberVariables {
    /**
     * A JSON array of names and addresses; the signing secrets are in {@link Secret#SUBSCRIBERS}.
     */
    public static final String SETTINGS = "ORDERLOOM_SUBSCRIBER_SETTINGS";

    private SubscriberVariables() {}
}
