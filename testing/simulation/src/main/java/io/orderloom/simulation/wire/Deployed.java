package io.orderloom.simulation.wire;

import io.orderloom.channel.Refunds;
import io.orderloom.connector.odoo.OdooConnector;
import io.orderloom.connector.odoo.OdooLink;
import io.orderloom.connector.shopify.ShopifyAdminLink;
import io.orderloom.connector.shopify.ShopifyRefunds;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpInstance;
import io.orderloom.simulation.lambda.Wiring;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Creates the deployed adapters as their CDI container does. */
public final class Deployed {
    /** The API key of the simulated Odoo. */
    public static final String ODOO_KEY = "odoo-key";

    private static final Config NOTHING = new SmallRyeConfigBuilder().build();

    private Deployed() {}

    /**
     * @param settlingTime how long a transaction goes on at most after its answer was lost
     */
    public static Erp odoo(OdooLink link, Duration settlingTime) {
        var settings =
                Map.of(
                        "url",
                        "https://odoo.example",
                        "apiKey",
                        ODOO_KEY,
                        "settlingTime",
                        settlingTime.toString());
        return new Wiring(NOTHING)
                .put(OdooLink.class, link)
                .get(OdooConnector.class)
                .open(
                        new ErpInstance(
                                "odoo", setting -> Optional.ofNullable(settings.get(setting))));
    }

    public static Refunds shopify(ShopifyAdminLink link) {
        return new Wiring(NOTHING).put(ShopifyAdminLink.class, link).get(ShopifyRefunds.class);
    }
}
