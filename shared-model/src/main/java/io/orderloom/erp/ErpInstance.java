package io.orderloom.erp;

import java.util.Optional;

/**
 * One ERP as it is configured: an account or a company, with a name of its own. The name is a part
 * of the keys of its facts and of its account's items, so it never changes.
 *
 * @param settings those that its connector defines
 */
public record ErpInstance(String name, Settings settings) {

    /** Settings by the names under which the connector asks, for example {@code guestCustomer}. */
    @FunctionalInterface
    public interface Settings {
        Optional<String> text(String setting);
    }
}
