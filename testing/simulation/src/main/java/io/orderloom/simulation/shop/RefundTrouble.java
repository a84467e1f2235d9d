package io.orderloom.simulation.shop;

/** The faults that can happen in one call to the shop's refunds. */
public enum RefundTrouble {
    NONE,
    RATE_LIMITED,
    UNAVAILABLE,
    LOST_BEFORE,
    LOST_AFTER,
    /** The refund is given, but searches don't show it for a while, and no answer comes. */
    SEEN_LATE,
    REFUSED
}
