package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.source.SystemRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configuration texts that the channel instances are read from. */
record ChannelSource(String channels, String secrets, String apis) {
    private static final String CHANNELS = "ORDERLOOM_CHANNELS";
    private static final String SECRETS = "ORDERLOOM_CHANNEL_SECRETS";
    private static final String APIS = "ORDERLOOM_CHANNEL_APIS";

    static final ChannelSource NONE = new ChannelSource("{}", "{}", "{}");

    static ChannelSource of(LiveSettings settings) {
        return new ChannelSource(
                settings.text("orderloom.channels").orElse("{}"),
                settings.text("orderloom.channel.secrets").orElse("{}"),
                settings.text("orderloom.channel.apis").orElse("{}"));
    }

    /**
     * @param usualRoles the role that each connector's instances have where none is named
     * @throws IllegalStateException if one of the texts is no JSON object, a mistake that belongs
     *     to no single instance; the message names its variable and quotes nothing
     */
    ParsedChannels parse(Map<String, SystemRole> usualRoles, ErpNames erps) {
        var secretsOf = byName(SECRETS, secrets);
        var apisOf = byName(APIS, apis);
        var parsed = new ParsedChannels();
        // Instances are taken in the order in which they are written.
        byName(CHANNELS, channels)
                .forEach((name, entry) -> {
                    try {
                        parsed.take(
                                instance(name, entry, secretsOf, apisOf)
                                        .named(name, usualRoles, erps));
                    } catch (ChannelEntry.Unusable unusable) {
                        parsed.flawed(name, String.valueOf(unusable.getMessage()));
                    }
                });
        return parsed;
    }

    private static Map<String, JsonNode> byName(String variable, String json) {
        try {
            return SettingJson.object(json);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(variable + " is no JSON object; correct it");
        }
    }

    private static ChannelEntry instance(
            String name,
            JsonNode entry,
            Map<String, JsonNode> secretsOf,
            Map<String, JsonNode> apisOf) {
        var secretsApart =
                Optional.ofNullable(secretsOf.get(name))
                        .map(secrets ->
                                read(SECRETS, secrets, new TypeReference<List<String>>() {}))
                        .orElse(List.of());
        var apiApart =
                Optional.ofNullable(apisOf.get(name))
                        .map(api -> read(APIS, api, new TypeReference<ChannelEntry.Api>() {}));
        return read(CHANNELS, entry, new TypeReference<ChannelEntry>() {})
                .with(secretsApart, apiApart);
    }

    /**
     * Jackson's messages quote values, and secrets are among them, so only the place is reported.
     */
    private static <T> T read(String variable, JsonNode json, TypeReference<T> type) {
        if (json.isNull() || listsNull(json)) {
            throw new ChannelEntry.Unusable(
                    "%s has null in the place of a value".formatted(variable));
        }
        try {
            return Json.read(json.toString(), type);
        } catch (IllegalArgumentException unreadable) {
            throw new ChannelEntry.Unusable(place(variable, unreadable) + " can't be read");
        }
    }

    /** Jackson accepts null as an element of a list; a setting that is null counts as absent. */
    private static boolean listsNull(JsonNode json) {
        return (json.isArray() && json.valueStream().anyMatch(JsonNode::isNull))
                || json.valueStream().anyMatch(ChannelSource::listsNull);
    }

    private static String place(String variable, IllegalArgumentException unreadable) {
        var path =
                unreadable.getCause() instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(step ->
                                        step.getFieldName() == null
                                                ? "[%d]".formatted(step.getIndex())
                                                : step.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        return path.isEmpty() ? "what %s says".formatted(variable) : path + " in " + variable;
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "channel settings";
    }
}
