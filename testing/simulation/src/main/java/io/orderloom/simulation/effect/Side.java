package io.orderloom.simulation.effect;

/** On which side of an effect. */
public enum Side {
    /** It has not happened, and will not. */
    BEFORE,
    /** It has happened, and whoever wanted it does not learn it. */
    AFTER
}
