package io.orderloom.simulation.aws;

/** What can happen to a request to the table. */
public enum TableTrouble {
    NONE,
    /** Refused for now, by exception or as unprocessed. */
    THROTTLED,
    /** Another transaction holds an item. */
    CONFLICT,
    /** No answer, and nothing was done. */
    LOST_BEFORE,
    /** It was done, and no answer came. */
    LOST_AFTER,
    /** It was done, no answer came, and the SDK tried again by itself. */
    REPEATED
}
