package io.orderloom.kit.setting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A setting that is JSON, down to the parts that can be wrong each by itself. */
public final class SettingJson {
    private SettingJson() {}

    /**
     * In the order in which it is written.
     *
     * @throws IllegalArgumentException if it is no object; without the cause, which quotes
     */
    public static Map<String, JsonNode> object(String json) {
        return read(json, new TypeReference<LinkedHashMap<String, JsonNode>>() {}, "object");
    }

    /**
     * @throws IllegalArgumentException if it is no array; without the cause, which quotes
     */
    public static List<JsonNode> array(String json) {
        return read(json, new TypeReference<List<JsonNode>>() {}, "array");
    }

    private static <T> T read(String json, TypeReference<T> type, String form) {
        return parsed(json, type)
                .orElseThrow(() -> new IllegalArgumentException("is no JSON " + form));
    }

    /** The text {@code null} is JSON, and read as nothing. */
    private static <T> Optional<T> parsed(String json, TypeReference<T> type) {
        try {
            return Optional.ofNullable(Json.read(json, type));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
