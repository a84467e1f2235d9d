package io.orderloom.order;

/**
 * The name of something in another system; many to many.
 *
 * @param system for example {@code shopify} or {@code odoo}
 * @param kind for example {@code order}, {@code order-name}, {@code sale.order}
 */
public record ExternalReference(String system, String kind, String id) {}
