package io.orderloom.cost;

/** The courses of an order that are measured. */
enum Scenario {
    ALONE(
            "each-alone",
            "placed, posted and told, each order alone",
            "Orders so far apart that every message is alone in its batch: the dearest way."),
    FULL(
            "full-batches",
            "placed, posted and told, full batches",
            "Orders out of a backlog, so that every batch has ten messages: a sale, or after an"
                    + " outage."),
    UNDONE(
            "cancelled-and-refunded",
            "the same alone, then cancelled after posting and refunded",
            "The document is cancelled in the ERP and the money given back at the shop."),
    REPEATED(
            "delivered-five-times",
            "the same alone, its webhook delivered five times",
            "One after another, each alone; four of them change nothing."),
    WHOLE_LIFE(
            "whole-life",
            "a whole life: placed, posted, allocated, shipped, invoiced, completed",
            "Each alone, and told each time."),
    WHOLE_LIFE_FULL(
            "whole-life-full-batches",
            "the same whole life, full batches",
            "Everybody's placing first, then what the warehouse and the ERP state of all of them.");

    private final String label;
    private final String title;
    private final String words;

    Scenario(String label, String title, String words) {
        this.label = label;
        this.title = title;
        this.words = words;
    }

    /** Tells whether ten messages share each batch. */
    boolean full() {
        return this == FULL || this == WHOLE_LIFE_FULL;
    }

    /** Tells whether the order also gets the facts of a warehouse and an ERP. */
    boolean wholeLife() {
        return this == WHOLE_LIFE || this == WHOLE_LIFE_FULL;
    }

    String label() {
        return label;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }
}
