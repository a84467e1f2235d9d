package io.orderloom.topology;

/**
 * The nightly check of all orders' logs: a state machine calls a function page by page, and keeps
 * the heads of the logs where no function can write.
 */
public final class LogCheck {
    public static final String NAME = "orderloom-log-check";

    /** The function that checks the logs. */
    public static final Function FUNCTION = Function.MAINTENANCE;

    /** The time of day at which it begins, in EventBridge Scheduler's notation, in UTC. */
    public static final String WHEN = "cron(40 2 * * ? *)";

    /** The input of the state machine's start: the first page. */
    public static final String INPUT = "{\"logs\":{\"next\":{\"page\":0}}}";

    /** The ending of the names of files of heads. */
    public static final String ENDING = ".heads.jsonl";

    private LogCheck() {}
}
