package io.orderloom.connector.odoo;

import io.orderloom.erp.ErpInstance;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings for tests: those of the real Odoo that is configured, and changes of them. */
final class OdooInstance {
    static final String NAME = "odoo";

    private OdooInstance() {}

    /** Settings for a server that the test itself is. */
    static OdooSettings at(String url) {
        return new OdooSettings(
                URI.create(url),
                Optional.of("books"),
                "key",
                OptionalLong.empty(),
                Optional.empty(),
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }

    /** The one that the variables of {@code localstack/odoo/start} name. */
    static OdooSettings real() {
        return OdooSettings.of(
                new ErpInstance(
                        NAME,
                        setting ->
                                Optional.ofNullable(
                                        System.getenv("ERP_ODOO_" + variable(setting)))));
    }

    private static String variable(String setting) {
        return setting.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    static OdooErp erp(OdooSettings settings) {
        return new OdooConnector(new HttpOdooLink()).open(NAME, settings);
    }

    /** The steps of which a posting consists, for tests that stop in between. */
    static SaleOrders orders(OdooSettings settings) {
        var client = new OdooClient(settings, new HttpOdooLink());
        return OdooConnector.orders(client, new Records(client), settings);
    }

    static OdooSettings impatient(OdooSettings s) {
        return new OdooSettings(
                s.url(),
                s.database(),
                s.apiKey(),
                s.company(),
                s.guestCustomer(),
                s.createTaxes(),
                Duration.ofMillis(200),
                s.settlingTime());
    }

    static OdooSettings withoutNewTaxes(OdooSettings s) {
        return new OdooSettings(
                s.url(),
                s.database(),
                s.apiKey(),
                s.company(),
                s.guestCustomer(),
                false,
                s.readTimeout(),
                s.settlingTime());
    }
}
