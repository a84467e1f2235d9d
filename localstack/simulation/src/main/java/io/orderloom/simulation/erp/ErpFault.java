package io.orderloom.simulation.erp;

/** What goes wrong in one call to an ERP. */
public enum ErpFault {
    NONE("none"),
    RATE_LIMITED_UNTIL("429 Retry-After"),
    RATE_LIMITED("429"),
    FAILED_BEFORE_COMMIT("500 before commit"),
    FAILED_AFTER_COMMIT("500 after commit"),
    TIMED_OUT_AFTER_COMMIT("time-out after commit"),
    SEEN_LATE("visible late"),
    PARTIAL("partial batch"),
    HALF_ANSWER("half answer"),
    DUPLICATE_KEY("duplicate key"),
    SLOW("slow"),
    DOWN("no connection");

    private final String label;

    ErpFault(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
