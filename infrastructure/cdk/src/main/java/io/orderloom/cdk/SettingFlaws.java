package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.ErpVariables;
import io.orderloom.topology.Setting;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Flaws in the functions' settings that a schema can't express. Pure. */
final class SettingFlaws {
    private static final String TYPE = "type";

    private SettingFlaws() {}

    /** The first flaw, beginning with the parameter's name. */
    static Optional<String> first(
            JsonNode channels,
            JsonNode erp,
            JsonNode erps,
            JsonNode subscribers,
            Map<String, String> environment) {
        return Stream.of(
                        zone(channels),
                        twice(subscribers),
                        secret(subscribers, erp, erps),
                        saidElsewhere(environment.keySet()),
                        differs(erp, erps, environment),
                        sameErp(erp, erps),
                        unknownErp(channels, erp, erps, environment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> zone(JsonNode channels) {
        return channels.propertyStream()
                .filter(one -> one.getValue().has("sellingZone"))
                .filter(one -> !isZone(one.getValue().path("sellingZone").asText()))
                .map(one ->
                        "channels: '%s' has the sellingZone '%s', which is no time zone"
                                .formatted(
                                        one.getKey(), one.getValue().path("sellingZone").asText()))
                .findFirst();
    }

    private static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Optional<String> twice(JsonNode subscribers) {
        var names = new HashSet<String>();
        return subscribers
                .valueStream()
                .map(one -> one.path("name").asText())
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name ->
                        "subscribers: the name '%s' is used twice; choose another one"
                                .formatted(name));
    }

    /**
     * A subscriber's kind and a connector from elsewhere define settings that the schema does not
     * know, so secrets among them are recognized by their names.
     */
    private static Optional<String> secret(JsonNode subscribers, JsonNode erp, JsonNode erps) {
        return Stream.of(
                        subscribers
                                .valueStream()
                                .flatMap(one ->
                                        secret(
                                                "subscribers: '%s'"
                                                        .formatted(one.path("name").asText()),
                                                one)),
                        secret("erp: it", erp),
                        erps.propertyStream()
                                .flatMap(one ->
                                        secret(
                                                "erps: '%s'".formatted(one.getKey()),
                                                one.getValue())))
                .flatMap(flaws -> flaws)
                .findFirst();
    }

    private static Stream<String> secret(String place, JsonNode settings) {
        return settings.propertyStream()
                .map(Map.Entry::getKey)
                .filter(StageSchema.SECRET::contains)
                .map(setting ->
                        "%s has the setting '%s'; what is secret belongs in the stage's secrets: make secrets"
                                .formatted(place, setting));
    }

    private static Optional<String> saidElsewhere(Set<String> environment) {
        return environment.stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .sorted()
                .flatMap(name -> misplaced(name).stream())
                .map("environment: "::concat)
                .findFirst();
    }

    private static Optional<String> misplaced(String name) {
        var setting = Setting.of(name);
        if (setting.isEmpty()) {
            return Optional.of(
                    "no function reads '%s'; docs/settings.md names the settings that there are"
                            .formatted(name));
        }
        var where = setting.get().where();
        return switch (setting.get().kind()) {
            case ENVIRONMENT, EITHER -> Optional.empty();
            case STACK -> Optional.of("the stack sets '%s' itself; leave it out".formatted(name));
            case PARAMETER ->
                    Optional.of(
                            "'%s' is set by the parameter %s; set it there".formatted(name, where));
            case SECRET ->
                    Optional.of(
                            "'%s' belongs into the stage's secret %s: make secrets"
                                    .formatted(name, where));
        };
    }

    private static Optional<String> differs(
            JsonNode erp, JsonNode erps, Map<String, String> environment) {
        return FunctionSettings.erps(erp, erps).entrySet().stream()
                .filter(one -> environment.containsKey(one.getKey()))
                .filter(one -> !one.getValue().equals(environment.get(one.getKey())))
                .findFirst()
                .map(one ->
                        "environment: '%s' is '%s', and the parameter erp says '%s'; leave it out of environment"
                                .formatted(
                                        one.getKey(),
                                        environment.get(one.getKey()),
                                        one.getValue()));
    }

    private static Optional<String> sameErp(JsonNode erp, JsonNode erps) {
        return Optional.of(erp.path(TYPE).asText())
                .filter(erps::has)
                .map(name ->
                        "erps: '%s' is already the name of the ERP in the parameter erp; choose another name"
                                .formatted(name));
    }

    /** Each channel instance has an ERP: the one that it names, or the default one. */
    private static Optional<String> unknownErp(
            JsonNode channels, JsonNode erp, JsonNode erps, Map<String, String> environment) {
        var choice =
                Optional.of(erp.path(TYPE).asText())
                        .filter(type -> !type.isEmpty())
                        .or(() -> Optional.ofNullable(environment.get(ErpVariables.CHOICE)));
        var several = new TreeMap<String, String>();
        erps.propertyStream()
                .forEach(one -> several.put(one.getKey(), one.getValue().path(TYPE).asText()));
        var all = ErpVariables.instances(choice, several);
        var byDefault = ErpVariables.byDefault(choice, all);
        return channels.propertyStream()
                .flatMap(one ->
                        erpFlaw(one.getValue().path("erp").asText(), all.keySet(), byDefault)
                                .map(flaw -> "channels: '%s' %s".formatted(one.getKey(), flaw))
                                .stream())
                .findFirst();
    }

    private static Optional<String> erpFlaw(
            String named, Set<String> all, Optional<String> byDefault) {
        if (named.isEmpty()) {
            return byDefault.isPresent()
                    ? Optional.empty()
                    : Optional.of("names no erp; name one of " + all);
        }
        return all.contains(named)
                ? Optional.empty()
                : Optional.of("names the erp '%s', and there are %s".formatted(named, all));
    }
}
