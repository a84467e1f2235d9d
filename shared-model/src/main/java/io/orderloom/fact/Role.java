package io.orderloom.fact;

/** The parts that systems play; each fact has one or two that may state it. */
public enum Role {
    COMMERCE,
    MARKETPLACE,
    POS,
    ERP,
    WAREHOUSE,
    PAYMENT,
    TAX_ENGINE,
    SUPPORT,
    MIDDLEWARE
}
