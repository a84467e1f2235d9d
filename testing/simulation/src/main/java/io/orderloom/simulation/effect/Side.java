package io.orderloom.simulation.effect;

/** The moment of a crash relative to an effect. */
public enum Side {
    /** The effect has not happened and will not happen. */
    BEFORE,
    /** The effect has happened, and its caller does not learn of it. */
    AFTER
}
