package io.orderloom.task;

/** The effects that an order can have on other systems, one of each kind. */
public enum TaskKind {
    ERP_POST("erp-post"),
    ERP_CANCEL("erp-cancel"),
    REFUND("refund");

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
