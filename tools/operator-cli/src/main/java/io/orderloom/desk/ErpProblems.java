package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.ErpVariables;
import io.orderloom.topology.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the ERP's secret against the stage's settings and names the mismatches. */
final class ErpProblems {
    /** Settings that an adapter requires, either from the secret or from the stage's settings. */
    private static final Map<String, List<String>> NEEDED =
            Map.of("sandbox", List.of("url", "token"), "odoo", List.of("url", "apiKey"));

    private ErpProblems() {}

    static List<String> of(Map<String, JsonNode> secret, StageFile stage) {
        var problems = new ArrayList<String>();
        stage.erps()
                .forEach((name, connector) ->
                        NEEDED.getOrDefault(connector, List.of()).stream()
                                .map(setting -> ErpVariables.of(name, setting))
                                .filter(setting -> text(secret, setting).isBlank())
                                .filter(setting -> !stage.erpSettings().containsKey(setting))
                                .map(setting ->
                                        "%s is missing, which the ERP '%s' needs"
                                                .formatted(setting, name))
                                .forEach(problems::add));
        named(secret)
                .filter(_ -> stage.erps().values().stream().allMatch(NEEDED::containsKey))
                .filter(setting ->
                        stage.erps().keySet().stream()
                                .noneMatch(name -> setting.startsWith(ErpVariables.of(name, ""))))
                .map(setting -> "%s is no setting of %s".formatted(setting, erps(stage)))
                .forEach(problems::add);
        named(secret)
                .filter(stage.erpSettings()::containsKey)
                .filter(setting -> !text(secret, setting).equals(stage.erpSettings().get(setting)))
                .map(setting ->
                        "%s in the secret differs from the one in %s, which is used; take it out of the secret"
                                .formatted(setting, stage.place()))
                .forEach(problems::add);
        return problems.stream()
                .map(problem -> "%s: %s".formatted(Secret.ERP.label(), problem))
                .toList();
    }

    private static String erps(StageFile stage) {
        return stage.erps().keySet().stream()
                .map("'%s'"::formatted)
                .collect(
                        Collectors.joining(
                                ", ", stage.erps().size() == 1 ? "the ERP " : "the ERPs ", ""));
    }

    private static Stream<String> named(Map<String, JsonNode> secret) {
        return secret.keySet().stream().filter(name -> name.startsWith(Secret.ERP.prefix()));
    }

    private static String text(Map<String, JsonNode> secret, String setting) {
        var value = secret.get(setting);
        return value == null ? "" : value.asText();
    }
}
