package io.orderloom.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of settings strictly. */
final class SettingsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private SettingsJson() {}

    static JsonNode read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new Settings.Unusable("%s can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param place the file or argument that the text comes from, for the error message
     */
    static JsonNode parse(String place, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Settings.Unusable(
                    "%s is no JSON: %s, in line %d"
                            .formatted(place, e.getOriginalMessage(), e.getLocation().getLineNr()),
                    e);
        }
    }

    static <T> T as(Class<T> type, JsonNode json) throws JsonProcessingException {
        return MAPPER.treeToValue(json, type);
    }
}
