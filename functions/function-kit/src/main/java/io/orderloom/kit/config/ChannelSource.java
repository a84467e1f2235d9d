package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderloom.kit.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Map<String, ChannelInstance> parse() {
        var secretsOf = Json.read(secrets, new TypeReference<Map<String, List<String>>>() {});
        var apisOf = Json.read(apis, new TypeReference<Map<String, ChannelEntry.Api>>() {});
        var instances = new HashMap<String, ChannelInstance>();
        Json.read(channels, new TypeReference<Map<String, ChannelEntry>>() {})
                .forEach((name, entry) ->
                        instances.put(
                                name,
                                entry.with(
                                                secretsOf.getOrDefault(name, List.of()),
                                                Optional.ofNullable(apisOf.get(name)))
                                        .named(name)));
        return Map.copyOf(instances);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "the configured channels";
    }
}
