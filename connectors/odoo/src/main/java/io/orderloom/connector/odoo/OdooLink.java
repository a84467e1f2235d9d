package io.orderloom.connector.odoo;

/**
 * The connection to an Odoo. An implementation does not change which calls are made, or their
 * order.
 */
public interface OdooLink {

    /**
     * @throws IllegalStateException if the settings name no Odoo server
     */
    OdooApi to(OdooConfig config);
}
