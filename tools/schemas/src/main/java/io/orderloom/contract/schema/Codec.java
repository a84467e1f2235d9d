package io.orderloom.contract.schema;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form in which a mapper writes types. It is read from the mapper itself, so that no second
 * list can differ from it.
 */
final class Codec {
    private final ObjectMapper mapper;
    private final SerializerProvider serializers;

    Codec(ObjectMapper mapper) {
        this.mapper = mapper;
        this.serializers = mapper.getSerializerProviderInstance();
    }

    /**
     * Tells whether a type is a record that is written as an object of its components.
     *
     * @throws IllegalStateException if the mapper writes a property by default that is no component
     */
    boolean writesComponents(Class<?> type) {
        if (!type.isRecord() || !asBean(type)) {
            return false;
        }
        var guessed =
                properties(type)
                        .filter(property -> !isComponent(type, property))
                        .filter(property -> !property.isExplicitlyIncluded())
                        .map(BeanPropertyDefinition::getName)
                        .toList();
        if (!guessed.isEmpty()) {
            throw new IllegalStateException(
                    "%s is written with %s, which is no component of it"
                            .formatted(type.getName(), guessed));
        }
        return true;
    }

    /** The properties that the mapper writes in addition to the components, with their types. */
    Map<String, Class<?>> added(Class<?> type) {
        var added = new LinkedHashMap<String, Class<?>>();
        properties(type)
                .filter(property -> !isComponent(type, property))
                .forEach(property -> added.put(property.getName(), property.getRawPrimaryType()));
        return added;
    }

    private Stream<BeanPropertyDefinition> properties(Class<?> type) {
        var config = mapper.getSerializationConfig();
        return config.introspect(mapper.constructType(type)).findProperties().stream()
                .filter(BeanPropertyDefinition::couldSerialize);
    }

    private static boolean isComponent(Class<?> type, BeanPropertyDefinition property) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(property.getName()));
    }

    private boolean asBean(Class<?> type) {
        try {
            var serializer = serializers.findValueSerializer(type);
            return serializer instanceof BeanSerializerBase
                    || serializer instanceof UnknownSerializer;
        } catch (JsonMappingException unwritable) {
            throw new IllegalStateException("the codec can't write " + type, unwritable);
        }
    }

    /**
     * Tells whether a component is written even if it is empty: all but optionals and collections.
     */
    static boolean alwaysWritten(Class<?> component) {
        return !(component == Optional.class
                || Collection.class.isAssignableFrom(component)
                || Map.class.isAssignableFrom(component));
    }

    /** The property that names the case, for a sealed type that has one and for its cases. */
    Optional<String> discriminator(Class<?> type) {
        return naming(type).map(TypeSerializer::getPropertyName);
    }

    /** The name under which a case is written. */
    String caseName(Class<?> type) {
        return naming(type)
                .orElseThrow(() -> new IllegalArgumentException(type + " is no named case"))
                .getTypeIdResolver()
                .idFromValueAndType(null, type);
    }

    private Optional<TypeSerializer> naming(Class<?> type) {
        try {
            return Optional.ofNullable(serializers.findTypeSerializer(mapper.constructType(type)));
        } catch (JsonMappingException unwritable) {
            throw new IllegalStateException("the codec can't write " + type, unwritable);
        }
    }

    /** The constants of an enumeration, in the form in which they are written. */
    List<String> constants(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> mapper.<JsonNode>valueToTree(constant).asText())
                .toList();
    }
}
