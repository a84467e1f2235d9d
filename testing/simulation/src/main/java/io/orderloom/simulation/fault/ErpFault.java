package io.orderloom.simulation.fault;

/** The faults that can happen in one call to an ERP. */
public enum ErpFault {
    NONE("none", "none"),
    RATE_LIMITED_UNTIL("429 Retry-After", "429+"),
    RATE_LIMITED("429", "429"),
    FAILED_BEFORE_COMMIT("500 before commit", "500<"),
    FAILED_AFTER_COMMIT("500 after commit", ">500"),
    TIMED_OUT_AFTER_COMMIT("time-out after commit", "time-out"),
    SEEN_LATE("visible late", "late"),
    PARTIAL("partial batch", "partial"),
    HALF_ANSWER("half answer", "half"),
    DUPLICATE_KEY("duplicate key", "dup-key"),
    SLOW("slow", "slow"),
    DOWN("no connection", "down");

    private final String label;
    private final String brief;

    ErpFault(String label, String brief) {
        this.label = label;
        this.brief = brief;
    }

    public String label() {
        return label;
    }

    /** A short name for the head of a narrow column. */
    public String brief() {
        return brief;
    }
}
