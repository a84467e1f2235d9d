package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the ERP's secret against the stage's settings and names the mismatches. */
final class ErpProblems {
    /** Settings that an adapter requires, either from the secret or from the stage's settings. */
    private static final Map<String, List<String>> NEEDED =
            Map.of(
                    "sandbox", List.of("ERP_SANDBOX_URL", "ERP_SANDBOX_TOKEN"),
                    "odoo", List.of("ERP_ODOO_URL", "ERP_ODOO_API_KEY"));

    private ErpProblems() {}

    static List<String> of(Map<String, JsonNode> secret, StageFile stage) {
        var problems = new ArrayList<String>();
        var needed = NEEDED.getOrDefault(stage.erp(), List.of());
        needed.stream()
                .filter(setting -> text(secret, setting).isBlank())
                .filter(setting -> !stage.erpSettings().containsKey(setting))
                .map(setting ->
                        "%s is missing, which the ERP '%s' needs".formatted(setting, stage.erp()))
                .forEach(problems::add);
        named(secret)
                .filter(_ -> !needed.isEmpty())
                .filter(setting ->
                        !setting.startsWith("ERP_" + stage.erp().toUpperCase(Locale.ROOT) + "_"))
                .map(setting -> "%s is no setting of the ERP '%s'".formatted(setting, stage.erp()))
                .forEach(problems::add);
        named(secret)
                .filter(stage.erpSettings()::containsKey)
                .filter(setting -> !text(secret, setting).equals(stage.erpSettings().get(setting)))
                .map(setting ->
                        "%s is another one in the secret than in %s, whose is used; take it out of the secret"
                                .formatted(setting, stage.place()))
                .forEach(problems::add);
        return problems.stream()
                .map(problem -> "%s: %s".formatted(Secret.ERP.label(), problem))
                .toList();
    }

    private static Stream<String> named(Map<String, JsonNode> secret) {
        return secret.keySet().stream().filter(name -> name.startsWith(Secret.ERP.prefix()));
    }

    private static String text(Map<String, JsonNode> secret, String setting) {
        var value = secret.get(setting);
        return value == null ? "" : value.asText();
    }
}
