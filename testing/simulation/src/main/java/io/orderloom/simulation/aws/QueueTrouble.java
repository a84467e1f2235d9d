package io.orderloom.simulation.aws;

/** What can happen to a request to a queue. */
public enum QueueTrouble {
    NONE,
    /** Some messages of a batch are refused. */
    PARTLY,
    /** No answer, and nothing was done. */
    LOST_BEFORE,
    /** It was done, and no answer came. */
    LOST_AFTER
}
