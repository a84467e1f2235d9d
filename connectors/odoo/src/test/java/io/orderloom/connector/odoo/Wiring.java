package io.orderloom.connector.odoo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds the adapter by hand, for settings that differ from the configured ones. */
final class Wiring {
    private Wiring() {}

    record Settings(
            Optional<String> url,
            Optional<String> database,
            Optional<String> apiKey,
            OptionalLong company,
            Optional<String> guestCustomer,
            boolean createTaxes,
            Duration readTimeout,
            Duration settlingTime)
            implements OdooConfig {

        static Settings of(String url) {
            return new Settings(
                    Optional.of(url),
                    Optional.of("books"),
                    Optional.of("key"),
                    OptionalLong.empty(),
                    Optional.empty(),
                    true,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5));
        }

        static Settings of(OdooConfig configured) {
            return new Settings(
                    configured.url(),
                    configured.database(),
                    configured.apiKey(),
                    configured.company(),
                    configured.guestCustomer(),
                    configured.createTaxes(),
                    configured.readTimeout(),
                    configured.settlingTime());
        }

        Settings impatient() {
            return new Settings(
                    url,
                    database,
                    apiKey,
                    company,
                    guestCustomer,
                    createTaxes,
                    Duration.ofMillis(200),
                    settlingTime);
        }

        Settings guests(String name) {
            return new Settings(
                    url,
                    database,
                    apiKey,
                    company,
                    Optional.of(name),
                    createTaxes,
                    readTimeout,
                    settlingTime);
        }

        Settings withoutNewTaxes() {
            return new Settings(
                    url,
                    database,
                    apiKey,
                    company,
                    guestCustomer,
                    false,
                    readTimeout,
                    settlingTime);
        }
    }

    static OdooErp erp(OdooConfig config) {
        var client = new OdooClient(config, new HttpOdooLink());
        var records = new Records(client);
        var lookUps =
                new LookUps(
                        client,
                        records,
                        new Currencies(records),
                        new Items(records),
                        new Taxes(records, new NewTaxes(records), config),
                        new Partners(records),
                        config);
        return new OdooErp(new SaleOrders(client, records, lookUps), records, config);
    }
}
