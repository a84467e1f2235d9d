package io.orderloom.simulation.aws;

/** The ways in which a request to the table can fail. */
public enum TableTrouble {
    NONE,
    /** Rejected for now, by an exception or as unprocessed items. */
    THROTTLED,
    /** Another transaction holds an item. */
    CONFLICT,
    /** No answer comes, and nothing was done. */
    LOST_BEFORE,
    /** The request was carried out, and no answer comes. */
    LOST_AFTER,
    /** The request was carried out, no answer came, and the SDK tried again by itself. */
    REPEATED
}
