package io.orderloom.connector.odoo;

import io.orderloom.connector.kit.setting.ErpSettingReader;
import io.orderloom.erp.ErpInstance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One Odoo's address, the user for calls, and which records may be created there on demand.
 *
 * @param database needed only if one server has several databases
 * @param apiKey the key of a user of its own, with the rights that {@code docs/adding-an-erp.md}
 *     lists
 * @param company database id of the company in whose books orders are posted; the user's own
 *     company if absent
 * @param guestCustomer external id of the customer for all guests; if absent, each guest becomes a
 *     customer of its own
 * @param createTaxes whether a tax that Odoo lacks is created; if not, orders with it are rejected
 * @param settlingTime after a lost answer the transaction may still run. A look-up that comes too
 *     early does no harm, because the external id is unique; waiting only avoids the collision.
 */
public record OdooSettings(
        URI url,
        Optional<String> database,
        String apiKey,
        OptionalLong company,
        Optional<String> guestCustomer,
        boolean createTaxes,
        Duration readTimeout,
        Duration settlingTime) {

    static OdooSettings of(ErpInstance instance) {
        var reader = new ErpSettingReader(instance);
        return reader.checked(
                new OdooSettings(
                        reader.address("url"),
                        reader.text("database"),
                        reader.required("apiKey"),
                        reader.number("company"),
                        reader.text("guestCustomer"),
                        reader.flag("createTaxes", true),
                        reader.duration("readTimeout", Duration.ofSeconds(15)),
                        reader.duration("settlingTime", Duration.ofSeconds(5))));
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "Odoo at " + url;
    }
}
