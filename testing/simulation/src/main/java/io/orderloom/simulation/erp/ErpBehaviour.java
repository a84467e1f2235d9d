package io.orderloom.simulation.erp;

/** The ways in which ERPs take orders. */
public enum ErpBehaviour {
    CREATE_WITHOUT_KEY("create without key"),
    IDEMPOTENCY_KEY("idempotency key"),
    UPSERT("upsert by external id"),
    SEARCH_THEN_CREATE("search, then create"),
    ASYNCHRONOUS_JOB("asynchronous job"),
    FILE_DROP("file drop"),
    /** The deployed adapter. */
    ODOO("Odoo, as deployed");

    private final String label;

    ErpBehaviour(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The ERP's name in the configuration. */
    public String system() {
        return this == ODOO ? "odoo" : TwinErp.NAME;
    }
}
