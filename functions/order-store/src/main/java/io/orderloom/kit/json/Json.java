package io.orderloom.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.orderloom.core.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the model. The same value always gives the same bytes. Optionals, lists and maps
 * are left out when they are empty; everything else is always written, and rejected if it is
 * missing.
 */
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        mapper.registerModules(new Jdk8Module(), new JavaTimeModule(), new ModelModule());
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        mapper.configOverride(String.class)
                .setIncludeAsProperty(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));
        for (var type : List.of(List.class, Map.class)) {
            mapper.configOverride(type)
                    .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        mapper.configure(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, false);
        mapper.configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        mapper.configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        mapper.configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true);
        mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        mapper.configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true);
        return mapper;
    }

    /** A mapper with the same settings, for code that describes the format instead of using it. */
    public static ObjectMapper described() {
        return MAPPER.copy();
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "can't write " + value.getClass().getSimpleName(), unwritable);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "can't write " + value.getClass().getSimpleName(), unwritable);
        }
    }

    /**
     * @throws IllegalArgumentException if the JSON is no such value; the message names the place
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException unreadable) {
            throw unreadable(type.getSimpleName(), unreadable);
        }
    }

    /**
     * @throws IllegalArgumentException if the JSON is no such value; the message names the place
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException unreadable) {
            throw unreadable(type.getSimpleName(), unreadable);
        }
    }

    /**
     * @throws IllegalArgumentException if the JSON is no such value; the message names the place
     */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException unreadable) {
            throw unreadable(type.getType().getTypeName(), unreadable);
        }
    }

    /**
     * Reads a message of another function.
     *
     * @throws NewerVersion if it was written by a newer version of Orderloom
     * @throws IllegalArgumentException if it is no message; the error names the place
     */
    public static Message readMessage(String json) {
        try {
            var tree = MAPPER.readTree(json);
            int schema = tree.path("schema").asInt(1);
            if (schema > Message.SCHEMA) {
                throw new NewerVersion(
                        "message.schema %d is newer than %d, which this version reads"
                                .formatted(schema, Message.SCHEMA));
            }
            return value(tree, Message.class);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(Message.class.getSimpleName(), unreadable);
        }
    }

    /**
     * Reads an entry of an order's log, written in any schema version so far.
     *
     * @throws NewerVersion if its schema version is newer than this code
     * @throws IllegalArgumentException if it is no such entry
     */
    public static <T> T readLogEntry(byte[] json, Class<T> type) {
        try {
            return value(Upcasters.logEntry((ObjectNode) MAPPER.readTree(json)), type);
        } catch (IOException unreadable) {
            throw unreadable(type.getSimpleName(), unreadable);
        }
    }

    static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(type.getSimpleName(), unreadable);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value's content without one of its properties. */
    public static Object without(Object value, String property) {
        var tree = MAPPER.<ObjectNode>valueToTree(value);
        tree.remove(property);
        return tree;
    }

    /** An unknown case of a sealed type or an enumeration was added by a newer version. */
    private static IllegalArgumentException unreadable(String type, IOException cause) {
        boolean unknownCase =
                cause instanceof InvalidTypeIdException
                        || (cause instanceof InvalidFormatException format
                                && format.getTargetType() != null
                                && format.getTargetType().isEnum());
        if (unknownCase) {
            return new NewerVersion(
                    "%s has a case that this version does not know: %s"
                            .formatted(type, cause.getMessage()),
                    cause);
        }
        return new IllegalArgumentException(
                "no readable %s: %s".formatted(type, cause.getMessage()), cause);
    }
}
