package io.orderloom.connector.odoo;

/**
 * The connection to an Odoo. An implementation does not change which calls are made, or their
 * order.
 */
public interface OdooLink {

    OdooApi to(OdooSettings settings);
}
