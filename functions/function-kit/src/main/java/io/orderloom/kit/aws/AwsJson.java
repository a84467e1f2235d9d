package io.orderloom.kit.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The bodies of requests and answers as the services' protocol has them (Smithy, "AWS JSON 1.0
 * protocol"), from the descriptions that the SDK's classes give of their own members. So no member
 * can be forgotten, and one that is of a kind not seen here is an error and not a gap.
 */
final class AwsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AwsJson() {}

    static byte[] bytes(SdkPojo request) {
        try (var bytes = new ByteArrayBuilder();
                var out = JSON.createGenerator(bytes)) {
            write(out, request);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param empty a builder of the answer's class
     * @throws IOException if these bytes are not that answer
     */
    static <T extends SdkPojo> T read(byte[] answer, T empty) throws IOException {
        try (var in = JSON.createParser(answer)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                fill(in, empty);
            } else if (in.currentToken() != null) {
                throw new IOException("the answer is no JSON object");
            }
            return empty;
        }
    }

    /**
     * An error (Smithy, "AWS JSON 1.0 protocol": "Operation error serialization").
     *
     * @param type without its namespace
     */
    record Fault(String type, String message) {}

    /** Empty if these bytes are no error. */
    static Optional<Fault> fault(byte[] answer) {
        try (var in = JSON.createParser(answer)) {
            var said = new HashMap<String, String>();
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName().toLowerCase(Locale.ROOT);
                if (in.nextToken().isScalarValue()) {
                    said.put(name, in.getText());
                } else {
                    in.skipChildren();
                }
            }
            var type = said.getOrDefault("__type", "");
            return Optional.of(
                    new Fault(
                            type.substring(type.indexOf('#') + 1),
                            said.getOrDefault("message", "")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void write(JsonGenerator out, SdkPojo from) throws IOException {
        out.writeStartObject();
        for (var field : from.sdkFields()) {
            var value = field.getValueOrDefault(from);
            if (stated(value)) {
                out.writeFieldName(field.locationName());
                value(out, value);
            }
        }
        out.writeEndObject();
    }

    /** The SDK has empty collections of its own for members that nobody set. */
    private static boolean stated(@Nullable Object value) {
        return value != null
                && !(value instanceof SdkAutoConstructList)
                && !(value instanceof SdkAutoConstructMap);
    }

    private static void value(JsonGenerator out, Object value) throws IOException {
        switch (value) {
            case String text -> out.writeString(text);
            case SdkPojo pojo -> write(out, pojo);
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (var entry : map.entrySet()) {
                    out.writeFieldName((String) entry.getKey());
                    value(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (var one : list) {
                    value(out, one);
                }
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case SdkBytes bytes -> out.writeBinary(bytes.asByteArrayUnsafe());
            default -> throw unknown(value.getClass().getName());
        }
    }

    private static void fill(JsonParser in, SdkPojo into) throws IOException {
        var fields = into.sdkFieldNameToField();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var field = fields.get(in.currentName());
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            if (field == null) {
                // A newer service may say more than this SDK knows, as to the SDK itself.
                in.skipChildren();
            } else {
                field.set(into, value(in, field));
            }
        }
    }

    private static Object value(JsonParser in, SdkField<?> field) throws IOException {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> in.getText();
            case BOOLEAN -> in.getBooleanValue();
            case INTEGER -> in.getIntValue();
            case LONG -> in.getLongValue();
            case DOUBLE -> in.getDoubleValue();
            case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(in.getBinaryValue());
            case SDK_POJO -> {
                var pojo = field.constructor().get();
                fill(in, pojo);
                yield ((Buildable) pojo).build();
            }
            case LIST -> list(in, field.getTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(in, field.getTrait(MapTrait.class).valueFieldInfo());
            case NULL, FLOAT, BIG_DECIMAL, INSTANT, SHORT, BYTE, DOCUMENT ->
                    throw unknown(field.memberName());
        };
    }

    private static List<@Nullable Object> list(JsonParser in, SdkField<?> member)
            throws IOException {
        var list = new ArrayList<@Nullable Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(in.currentToken() == JsonToken.VALUE_NULL ? null : value(in, member));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(JsonParser in, SdkField<?> member)
            throws IOException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            map.put(name, in.nextToken() == JsonToken.VALUE_NULL ? null : value(in, member));
        }
        return map;
    }

    private static IllegalStateException unknown(String what) {
        return new IllegalStateException(
                "AwsJson does not know members like %s; leave that operation to the SDK"
                        .formatted(what));
    }
}
