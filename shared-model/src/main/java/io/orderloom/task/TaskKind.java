package io.orderloom.task;

/** The effects that an order can have on other systems. */
public enum TaskKind {
    ERP_POST("erp-post"),
    ERP_AMEND("erp-amend"),
    ERP_CANCEL("erp-cancel"),
    ERP_CREDIT("erp-credit"),
    REFUND("refund"),
    RETURN("return");

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
