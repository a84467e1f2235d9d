package io.orderloom.connector.odoo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Where Odoo is, as whom it is called, and what may be made there on demand. */
@ConfigMapping(prefix = "erp.odoo")
public interface OdooConfig {

    Optional<String> url();

    /** Needed only where one server has several. */
    Optional<String> database();

    /** Of a user of its own, with the rights that {@code docs/adding-an-erp.md} lists. */
    Optional<String> apiKey();

    /** Database id of the company whose books these are; the user's own if absent. */
    OptionalLong company();

    /**
     * External id of the customer for all guests; each guest becomes one of their own if absent.
     */
    Optional<String> guestCustomer();

    /** Whether a tax that Odoo does not have is made; if not, its orders are refused. */
    @WithDefault("true")
    boolean createTaxes();

    @WithDefault("15s")
    Duration readTimeout();

    /**
     * After a lost answer the transaction may still run. A look-up that comes too early does no
     * harm, as the external id decides; waiting only spares the collision.
     */
    @WithDefault("5s")
    Duration settlingTime();
}
