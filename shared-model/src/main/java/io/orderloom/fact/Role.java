package io.orderloom.fact;

/** The roles of systems. Each fact has one or two roles that may state it. */
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
