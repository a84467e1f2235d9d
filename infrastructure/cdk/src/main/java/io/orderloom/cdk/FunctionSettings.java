package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.orderloom.topology.ErpVariables;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Setting;
import io.orderloom.topology.SubscriberVariables;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables through which functions get a stage's parameters. */
final class FunctionSettings {
    private static final String TYPE = "type";

    /** Lambda's limit for all variables of a function. */
    private static final int LARGEST_BYTES = 4096;

    /** Room for the variables that the stack sets itself: queues, table, secrets, stage. */
    private static final int OWN_BYTES = 900;

    private FunctionSettings() {}

    /**
     * @throws IllegalArgumentException if a function's environment can't hold the variables
     */
    static void checkSize(Parameters parameters) {
        for (var function : Function.values()) {
            int bytes =
                    of(parameters, function).entrySet().stream()
                            .mapToInt(one -> bytes(one.getKey()) + bytes(one.getValue()))
                            .sum();
            if (bytes > LARGEST_BYTES - OWN_BYTES) {
                throw new IllegalArgumentException(
                        "channels, erp, erps, subscribers and environment are %d bytes for the function %s, of %d that Lambda has for them (channels %d, subscribers %d). Leave out of channel instances what is the default, keep subscribers whole in their secret, or put some channel instances into a stage of their own"
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
        variables.put(Setting.CHANNELS.variable(), parameters.channels().toString());
        // A function that calls no ERP needs to know which ones there are, but not where.
        erps(parameters.erp(), parameters.erps()).entrySet().stream()
                .filter(one ->
                        one.getKey().equals(ErpVariables.CHOICE)
                                || one.getKey().equals(ErpVariables.INSTANCES)
                                || function.reads().contains(Secret.ERP))
                .forEach(one -> variables.put(one.getKey(), one.getValue()));
        if (function.reads().contains(Secret.SUBSCRIBERS) && !parameters.subscribers().isEmpty()) {
            variables.put(SubscriberVariables.SETTINGS, parameters.subscribers().toString());
        }
        return variables;
    }

    /** The settings of all ERPs by the names of their variables. */
    static Map<String, String> erps(JsonNode erp, JsonNode erps) {
        var variables = new TreeMap<String, String>();
        if (erp.has(TYPE)) {
            variables.put(ErpVariables.CHOICE, erp.path(TYPE).asText());
            settings(erp.path(TYPE).asText(), erp, variables);
        }
        var types = JsonNodeFactory.instance.objectNode();
        erps.propertyStream()
                .forEach(one -> {
                    types.putObject(one.getKey()).set(TYPE, one.getValue().path(TYPE));
                    settings(one.getKey(), one.getValue(), variables);
                });
        if (!types.isEmpty()) {
            variables.put(ErpVariables.INSTANCES, types.toString());
        }
        return variables;
    }

    private static void settings(String name, JsonNode erp, Map<String, String> variables) {
        erp.propertyStream()
                .filter(one -> !one.getKey().equals(TYPE))
                .forEach(one ->
                        variables.put(
                                ErpVariables.of(name, one.getKey()), one.getValue().asText()));
    }
}
