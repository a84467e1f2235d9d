package io.orderloom.connector.odoo;

/** How an Odoo is reached: what is below has no part in what is asked of it, or in which order. */
public interface OdooLink {

    /**
     * @throws IllegalStateException if the settings name no Odoo
     */
    OdooApi to(OdooConfig config);
}
