package io.orderloom.topology;

import java.util.Locale;
import java.util.Set;

/**
 * The names of the variables that hold a stage's {@code erp}: {@code guestCustomer} of odoo becomes
 * {@code ERP_ODOO_GUEST_CUSTOMER}.
 */
public final class ErpVariables {
    /** Names the adapter. */
    public static final String CHOICE = "ORDERLOOM_ERP";

    /** The adapter that the functions use where none is named. */
    public static final String DEFAULT_CHOICE = "sandbox";

    /** Settings of the account that every ERP has and that no adapter reads. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of("slots", "reservedSlots");

    private ErpVariables() {}

    public static String of(String erp, String setting) {
        return OF_THE_ACCOUNT.contains(setting)
                ? "ORDERLOOM_%s_%s".formatted(shouted(setting), shouted(erp))
                : "%s%s_%s".formatted(Secret.ERP.prefix(), shouted(erp), shouted(setting));
    }

    private static String shouted(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }
}
