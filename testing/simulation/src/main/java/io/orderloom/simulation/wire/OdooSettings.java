package io.orderloom.simulation.wire;

import io.orderloom.connector.odoo.OdooConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The default settings, except for the address, the key and the settling time. */
record OdooSettings(Duration settlingTime) implements OdooConfig {

    @Override
    public Optional<String> url() {
        return Optional.of("https://odoo.example");
    }

    @Override
    public Optional<String> database() {
        return Optional.empty();
    }

    @Override
    public Optional<String> apiKey() {
        return Optional.of(Deployed.ODOO_KEY);
    }

    @Override
    public OptionalLong company() {
        return OptionalLong.empty();
    }

    @Override
    public Optional<String> guestCustomer() {
        return Optional.empty();
    }

    @Override
    public boolean createTaxes() {
        return true;
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofSeconds(15);
    }
}
