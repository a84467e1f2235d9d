package io.orderloom.connector.odoo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Odoo's address, the user for calls, and which records may be created there on demand. */
@ConfigMapping(prefix = "erp.odoo")
public interface OdooConfig {

    Optional<String> url();

    /** Needed only if one server has several databases. */
    Optional<String> database();

    /** The key of a user of its own, with the rights that {@code docs/adding-an-erp.md} lists. */
    Optional<String> apiKey();

    /**
     * Database id of the company in whose books orders are posted; the user's own company if
     * absent.
     */
    OptionalLong company();

    /**
     * External id of the customer for all guests; if absent, each guest becomes a customer of its
     * own.
     */
    Optional<String> guestCustomer();

    /** Whether a tax that Odoo lacks is created; if not, orders with it are rejected. */
    @WithDefault("true")
    boolean createTaxes();

    @WithDefault("15s")
    Duration readTimeout();

    /**
     * After a lost answer the transaction may still run. A look-up that comes too early does no
     * harm, because the external id is unique; waiting only avoids the collision.
     */
    @WithDefault("5s")
    Duration settlingTime();
}
