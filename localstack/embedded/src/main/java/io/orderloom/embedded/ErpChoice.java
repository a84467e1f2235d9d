package io.orderloom.embedded;

import io.orderloom.embedded.erp.PostingRules;
import java.net.URI;
import java.util.Map;

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
            default -> throw new StartupFailure("--erp is sandbox or odoo, not " + name);
        };
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

    /** A real Odoo, reached over its JSON-2 API. */
    record Odoo(URI url, String apiKey, String database) implements ErpChoice {
        @Override
        public String toString() {
            return "Odoo[url=%s, database=%s]".formatted(url, database);
        }
    }
}
