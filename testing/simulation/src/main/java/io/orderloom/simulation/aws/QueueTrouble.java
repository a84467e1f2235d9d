package io.orderloom.simulation.aws;

/** The ways in which a request to a queue can fail. */
public enum QueueTrouble {
    NONE,
    /** Some messages of a batch are rejected. */
    PARTLY,
    /** No answer comes, and nothing was done. */
    LOST_BEFORE,
    /** The request was carried out, and no answer comes. */
    LOST_AFTER
}
