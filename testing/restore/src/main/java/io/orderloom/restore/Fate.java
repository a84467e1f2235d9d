package io.orderloom.restore;

/** The effect of the lost hour on an order. */
enum Fate {
    SETTLED("booked and told before the copy", false),
    IN_FLIGHT("placed before the copy, booked after it", true),
    UNKNOWN("placed and booked after the copy", true),
    UNDONE("booked before the copy, cancelled and refunded after it", true),
    UNBOOKED("placed after the copy, in a queue that was lost", true);

    private final String words;
    private final boolean missing;

    Fate(String words, boolean missing) {
        this.words = words;
        this.missing = missing;
    }

    String words() {
        return words;
    }

    /** Returns whether the restored table lacks any part of the order. */
    boolean missing() {
        return missing;
    }
}
