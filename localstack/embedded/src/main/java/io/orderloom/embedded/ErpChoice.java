package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.topology.ErpVariables;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The ERP that orders are posted to. */
public sealed interface ErpChoice {

    /**
     * The ERP that a command line or the environment names; an Odoo's secrets come from the
     * environment.
     *
     * @throws StartupFailure for an unknown name, or when a variable is missing
     */
    static ErpChoice named(String name, Map<String, String> environment) {
        return switch (name) {
            case "sandbox" -> new Sandbox(PostingRules.DEFAULT);
            case "odoo" ->
                    new Odoo(
                            URI.create(variable("ERP_ODOO_URL", environment)),
                            variable("ERP_ODOO_API_KEY", environment),
                            variable("ERP_ODOO_DATABASE", environment));
            default -> elsewhere(name, environment);
        };
    }

    private static Elsewhere elsewhere(String name, Map<String, String> environment) {
        var prefix = ErpVariables.of(name, "");
        var settings = new TreeMap<String, String>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(prefix)) {
                settings.put(variable, value);
            }
        });
        if (settings.isEmpty()) {
            throw new StartupFailure(
                    "--erp is sandbox, odoo, or an ERP from elsewhere whose settings are in variables; none begins with %s"
                            .formatted(prefix));
        }
        return new Elsewhere(name, settings);
    }

    private static String variable(String name, Map<String, String> environment) {
        var value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new StartupFailure(
                    "--erp odoo needs the variable %s; 'eval \"$(localstack/odoo/start)\"' sets it"
                            .formatted(name));
        }
        return value;
    }

    /** The sandbox ERP that comes with the stack. */
    record Sandbox(PostingRules rules) implements ErpChoice {}

    /**
     * An ERP whose connector is not of this project and was packaged with the functions.
     *
     * @param name the connector's
     * @param settings by the names of their variables
     */
    record Elsewhere(String name, Map<String, String> settings) implements ErpChoice {
        public Elsewhere {
            settings = Map.copyOf(settings);
        }

        @Override
        public String toString() {
            return "Elsewhere[name=%s]".formatted(name);
        }
    }

    /** A real Odoo, reached over its JSON-2 API. */
    record Odoo(URI url, String apiKey, String database) implements ErpChoice {
        @Override
        public String toString() {
            return "Odoo[url=%s, database=%s]".formatted(url, database);
        }
    }
}
