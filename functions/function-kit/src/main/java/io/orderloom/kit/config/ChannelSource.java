package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The texts that the channel instances are read from. */
record ChannelSource(String channels, String secrets, String apis) {
    static final ChannelSource NONE = new ChannelSource("{}", "{}", "{}");

    static ChannelSource of(Config config) {
        return new ChannelSource(
                text(config, "orderloom.channels"),
                text(config, "orderloom.channel.secrets"),
                text(config, "orderloom.channel.apis"));
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("{}");
    }

    /**
     * @param flaws why an instance can't be used, by its name
     */
    record Parsed(Map<String, ChannelInstance> instances, Map<String, String> flaws) {}

    /**
     * @throws IllegalStateException if one of the texts is no JSON object, which is nobody's own
     *     mistake; the message names its variable and quotes nothing
     */
    Parsed parse() {
        var secretsOf = byName("ORDERLOOM_CHANNEL_SECRETS", secrets);
        var apisOf = byName("ORDERLOOM_CHANNEL_APIS", apis);
        var instances = new HashMap<String, ChannelInstance>();
        var flaws = new HashMap<String, String>();
        byName("ORDERLOOM_CHANNELS", channels)
                .forEach((name, entry) -> {
                    try {
                        instances.put(name, instance(name, entry, secretsOf, apisOf));
                    } catch (RuntimeException flawed) {
                        // A null in a list, too, is a mistake of this instance alone.
                        flaws.put(name, reason(name, flawed));
                    }
                });
        return new Parsed(instances, flaws);
    }

    private static Map<String, JsonNode> byName(String variable, String json) {
        try {
            return Json.read(json, new TypeReference<Map<String, JsonNode>>() {});
        } catch (IllegalArgumentException _) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException(variable + " is no JSON object");
        }
    }

    private static ChannelInstance instance(
            String name,
            JsonNode entry,
            Map<String, JsonNode> secretsOf,
            Map<String, JsonNode> apisOf) {
        List<String> secretsApart =
                secretsOf.containsKey(name)
                        ? Json.read(
                                String.valueOf(secretsOf.get(name)),
                                new TypeReference<List<String>>() {})
                        : List.of();
        Optional<ChannelEntry.Api> apiApart =
                apisOf.containsKey(name)
                        ? Optional.of(
                                Json.read(String.valueOf(apisOf.get(name)), ChannelEntry.Api.class))
                        : Optional.empty();
        return Json.read(String.valueOf(entry), ChannelEntry.class)
                .with(secretsApart, apiApart)
                .named(name);
    }

    /** What Jackson says quotes values, and among them are secrets: only the place is told. */
    private static String reason(String name, RuntimeException flawed) {
        if (flawed.getCause() instanceof JsonMappingException mapping) {
            var place =
                    mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() == null
                                            ? "[%d]".formatted(step.getIndex())
                                            : step.getFieldName())
                            .collect(Collectors.joining("."));
            return "ORDERLOOM_CHANNELS: '%s': '%s' can't be read; correct its value"
                    .formatted(name, place);
        }
        return flawed instanceof IllegalStateException
                ? String.valueOf(flawed.getMessage())
                : "ORDERLOOM_CHANNELS: '%s': a setting is null, or ledger or testOrders is not known"
                        .formatted(name);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "the configured channels";
    }
}
