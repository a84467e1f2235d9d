package io.orderloom.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.kit.setting.SettingJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration texts that the subscribers are read from.
 *
 * @param settings the subscribers without their secrets; absent where one text holds everything
 * @param secrets an object by name of signing secrets, or of secret settings; or an array with all
 *     of each subscriber
 */
record SubscriberSource(Optional<String> settings, String secrets) {
    private static final String NAME = "name";

    static final SubscriberSource NONE = new SubscriberSource(Optional.empty(), "[]");

    static SubscriberSource of(LiveSettings settings) {
        return new SubscriberSource(
                settings.text("orderloom.subscriber-settings"),
                settings.text("orderloom.subscribers").orElse("[]"));
    }

    /**
     * Joins everything about each subscriber in one array. A subscriber that has signing secrets
     * and no settings is in it, too: its events wait, which is better than if it were forgotten.
     *
     * @throws IllegalStateException if the settings are no JSON array, a mistake that belongs to no
     *     single subscriber; the message quotes nothing
     */
    String whole() {
        var kept = kept();
        if (settings.isEmpty() && kept.isEmpty()) {
            // Returned unchanged, so that the reader of it reports what is wrong with it.
            return secrets;
        }
        var whole = JsonNodeFactory.instance.arrayNode();
        var left = new LinkedHashMap<>(kept.orElseGet(Map::of));
        for (var one : list()) {
            var own = Optional.ofNullable(left.remove(one.path(NAME).asText()));
            whole.add(own.map(secret -> signed(one, secret)).orElse(one));
        }
        left.values().forEach(whole::add);
        return whole.toString();
    }

    /** Adds the secret; the settings take precedence over whatever else the secret contains. */
    private static JsonNode signed(JsonNode settings, JsonNode secret) {
        return settings instanceof ObjectNode own && secret instanceof ObjectNode kept
                ? kept.deepCopy().setAll(own)
                : settings;
    }

    /** The content of the secret, by subscriber; absent if it has neither form. */
    private Optional<Map<String, JsonNode>> kept() {
        try {
            var kept = new LinkedHashMap<String, JsonNode>();
            SettingJson.object(secrets).forEach((name, own) -> kept.put(name, entry(name, own)));
            return Optional.of(kept);
        } catch (IllegalArgumentException _) {
            return settings.map(_ -> whole(secrets));
        }
    }

    /** Reads the earlier form, in which everything about a subscriber is secret. */
    private static Map<String, JsonNode> whole(String array) {
        var kept = new LinkedHashMap<String, JsonNode>();
        for (var one : array(array, "ORDERLOOM_SUBSCRIBERS")) {
            kept.putIfAbsent(one.path(NAME).asText(), one);
        }
        return kept;
    }

    /** A list holds signing secrets; an object the secret settings that a kind defines. */
    private static JsonNode entry(String name, JsonNode secret) {
        var entry = JsonNodeFactory.instance.objectNode();
        if (secret instanceof ObjectNode settings) {
            entry.setAll(settings);
        } else {
            entry.set("secrets", secret);
        }
        return entry.put(NAME, name);
    }

    private List<JsonNode> list() {
        return settings.map(text -> array(text, "ORDERLOOM_SUBSCRIBER_SETTINGS"))
                .orElseGet(List::of);
    }

    private static List<JsonNode> array(String text, String variable) {
        try {
            return SettingJson.array(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(variable + " is no JSON array; correct it");
        }
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "settings %s".formatted(settings);
    }
}
