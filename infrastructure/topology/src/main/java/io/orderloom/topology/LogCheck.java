package io.orderloom.topology;

/**
 * The nightly look through the logs of all orders: a state machine calls a function page by page,
 * and keeps the heads of the logs where no function can write.
 */
public final class LogCheck {
    public static final String NAME = "orderloom-log-check";

    /** The function that looks. */
    public static final Function FUNCTION = Function.NORMALIZE;

    /** When it begins, as EventBridge Scheduler writes it, in UTC. */
    public static final String WHEN = "cron(40 2 * * ? *)";

    /** What the state machine is started with: no place yet. */
    public static final String INPUT = "{\"logs\":{\"next\":{\"page\":0}}}";

    /** How files of heads end. */
    public static final String ENDING = ".heads.jsonl";

    private LogCheck() {}
}
