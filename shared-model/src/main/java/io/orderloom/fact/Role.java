package io.orderloom.fact;

/** The parts that systems play; each fact has one that may state it. */
public enum Role {
    COMMERCE,
    ERP,
    WAREHOUSE,
    PAYMENT,
    TAX_ENGINE,
    SUPPORT,
    MIDDLEWARE
}
