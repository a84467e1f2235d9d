package io.orderloom.kit.setting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a setting that is JSON, split so that a mistake in one part does not affect the others. */
public final class SettingJson {
    private SettingJson() {}

    /**
     * The entries in the order in which they are written.
     *
     * @throws IllegalArgumentException if it is no object; without the cause, which quotes the text
     */
    public static Map<String, JsonNode> object(String json) {
        return read(json, new TypeReference<LinkedHashMap<String, JsonNode>>() {}, "object");
    }

    /**
     * @throws IllegalArgumentException if it is no array; without the cause, which quotes the text
     */
    public static List<JsonNode> array(String json) {
        return read(json, new TypeReference<List<JsonNode>>() {}, "array");
    }

    private static <T> T read(String json, TypeReference<T> type, String form) {
        return parsed(json, type)
                .orElseThrow(() -> new IllegalArgumentException("is no JSON " + form));
    }

    /** The text {@code null} is valid JSON and is read as absent. */
    private static <T> Optional<T> parsed(String json, TypeReference<T> type) {
        try {
            return Optional.ofNullable(Json.read(json, type));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
