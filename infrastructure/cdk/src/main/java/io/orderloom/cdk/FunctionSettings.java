package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.ErpVariables;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import io.orderloom.topology.SubscriberVariables;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the functions are told of a stage's parameters: variables of their environment. */
final class FunctionSettings {
    private static final String CHANNELS = "ORDERLOOM_CHANNELS";
    private static final String TYPE = "type";

    /** What the stack sets, by the parameter that says it. */
    private static final Map<String, String> SAID_ELSEWHERE =
            Map.of(
                    CHANNELS,
                    "channels",
                    SubscriberVariables.SETTINGS,
                    "subscribers",
                    "ORDERLOOM_SECRETS_READ_AT",
                    "secretsReadAt",
                    "ORDERLOOM_CURRENCIES",
                    "currencies");

    /** Of Lambda, for all variables of a function. */
    private static final int LARGEST_BYTES = 4096;

    /** For what the stack sets itself: queues, table, secrets, stage. */
    private static final int OWN_BYTES = 900;

    private FunctionSettings() {}

    /**
     * @throws IllegalArgumentException if a function's environment can't hold them
     */
    static void checkSize(Parameters parameters) {
        for (var function : Function.values()) {
            int bytes =
                    of(parameters, function).entrySet().stream()
                            .mapToInt(one -> bytes(one.getKey()) + bytes(one.getValue()))
                            .sum();
            if (bytes > LARGEST_BYTES - OWN_BYTES) {
                throw new IllegalArgumentException(
                        "channels, erp, subscribers and environment are %d bytes for the function %s, of %d that Lambda has for them (channels %d, subscribers %d). Leave out of channel instances what is the default, keep subscribers whole in their secret, or put some channel instances into a stage of their own"
                                .formatted(
                                        bytes,
                                        function.label(),
                                        LARGEST_BYTES - OWN_BYTES,
                                        bytes(parameters.channels().toString()),
                                        bytes(parameters.subscribers().toString())));
            }
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static Map<String, String> of(Parameters parameters, Function function) {
        var variables = new TreeMap<>(parameters.environment());
        variables.put(CHANNELS, parameters.channels().toString());
        // Who calls no ERP is told which it is, and not where.
        erp(parameters.erp()).entrySet().stream()
                .filter(one ->
                        one.getKey().equals(ErpVariables.CHOICE)
                                || function.reads().contains(Secret.ERP))
                .forEach(one -> variables.put(one.getKey(), one.getValue()));
        if (function.reads().contains(Secret.SUBSCRIBERS) && !parameters.subscribers().isEmpty()) {
            variables.put(SubscriberVariables.SETTINGS, parameters.subscribers().toString());
        }
        return variables;
    }

    /** What does not go together, beginning with the parameter's name. */
    static Optional<String> flaw(
            JsonNode channels,
            JsonNode erp,
            JsonNode subscribers,
            Map<String, String> environment) {
        return Stream.of(
                        zone(channels),
                        twice(subscribers),
                        saidElsewhere(environment.keySet()),
                        differs(erp, environment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, String> erp(JsonNode erp) {
        var variables = new TreeMap<String, String>();
        var type = erp.path(TYPE).asText();
        erp.propertyStream()
                .forEach(one ->
                        variables.put(
                                one.getKey().equals(TYPE)
                                        ? ErpVariables.CHOICE
                                        : ErpVariables.of(type, one.getKey()),
                                one.getValue().asText()));
        return variables;
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
                .map(name -> "subscribers: '%s' is there twice".formatted(name));
    }

    private static Optional<String> saidElsewhere(Set<String> environment) {
        return environment.stream()
                .filter(SAID_ELSEWHERE::containsKey)
                .sorted()
                .findFirst()
                .map(name ->
                        "environment: '%s' is what the parameter %s says; say it there"
                                .formatted(name, SAID_ELSEWHERE.get(name)));
    }

    private static Optional<String> differs(JsonNode erp, Map<String, String> environment) {
        return erp(erp).entrySet().stream()
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
}
