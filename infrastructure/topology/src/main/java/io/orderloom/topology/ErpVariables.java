package io.orderloom.topology;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of the variables that hold a stage's {@code erp} and {@code erps}: {@code
 * guestCustomer} of the instance {@code us-books} becomes {@code ERP_US_BOOKS_GUEST_CUSTOMER}.
 */
public final class ErpVariables {
    /**
     * Names the default instance. Where it is not among {@link #INSTANCES}, it is named as its
     * connector.
     */
    public static final String CHOICE = "ORDERLOOM_ERP";

    /** Names instances with their connectors, as a JSON object. */
    public static final String INSTANCES = "ORDERLOOM_ERPS";

    /** The instance that the functions use where none is named, and its connector. */
    public static final String DEFAULT_CHOICE = "sandbox";

    /** Settings of the account that every ERP has and that no adapter reads. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of("slots", "reservedSlots");

    private ErpVariables() {}

    /**
     * @param erp the instance
     */
    public static String of(String erp, String setting) {
        return OF_THE_ACCOUNT.contains(setting)
                ? "ORDERLOOM_%s_%s".formatted(shouted(setting), shouted(erp))
                : "%s%s_%s".formatted(Secret.ERP.prefix(), shouted(erp), shouted(setting));
    }

    /** The setting as it is written in a property's name: {@code guest-customer}. */
    public static String hyphened(String setting) {
        return shouted(setting).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The connectors by instance.
     *
     * @param choice the value of {@link #CHOICE}
     * @param several the instances of {@link #INSTANCES} with their connectors
     */
    public static Map<String, String> instances(
            Optional<String> choice, Map<String, String> several) {
        var all = new TreeMap<>(several);
        choice.or(() -> several.isEmpty() ? Optional.of(DEFAULT_CHOICE) : Optional.empty())
                .ifPresent(name -> all.putIfAbsent(name, name));
        return all;
    }

    /** The instance that books orders whose channel names none; empty if none is the default. */
    public static Optional<String> byDefault(
            Optional<String> choice, Map<String, String> instances) {
        return choice.or(() ->
                instances.size() == 1 ? instances.keySet().stream().findFirst() : Optional.empty());
    }

    private static String shouted(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }
}
