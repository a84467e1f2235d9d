package io.orderloom.simulation.shop;

/** What goes wrong in one call to the shop's refunds. */
public enum RefundTrouble {
    NONE,
    RATE_LIMITED,
    UNAVAILABLE,
    LOST_BEFORE,
    LOST_AFTER,
    /** Given, but searches don't show it for a while, and no answer. */
    SEEN_LATE,
    REFUSED
}
