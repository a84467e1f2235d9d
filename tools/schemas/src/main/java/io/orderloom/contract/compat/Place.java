package io.orderloom.contract.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A schema inside a document, with its reference followed. */
record Place(JsonNode document, JsonNode schema) {
    /** Keywords that do not restrict which values are valid. */
    private static final Set<String> COMMENTS =
            Set.of("$schema", "$id", "$defs", "title", "description", "default", "examples");

    /** Keywords whose changes {@link Comparison} judges. */
    private static final Set<String> JUDGED =
            Set.of(
                    "type",
                    "const",
                    "enum",
                    "oneOf",
                    "properties",
                    "required",
                    "items",
                    "additionalProperties",
                    "pattern",
                    "format",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minimum",
                    "maximum");

    /**
     * @throws IllegalArgumentException if the schema's reference leads nowhere, or if it uses a
     *     keyword that is not judged
     */
    static Place of(JsonNode document, JsonNode schema) {
        var target = schema;
        while (target.has("$ref")) {
            var reference = target.get("$ref").asText();
            target =
                    reference.startsWith("#/")
                            ? document.at(reference.substring(1))
                            : MissingNode.getInstance();
            if (target.isMissingNode()) {
                throw new IllegalArgumentException(
                        "the reference '%s' leads to no schema".formatted(reference));
            }
        }
        target.fieldNames().forEachRemaining(Place::known);
        return new Place(document, target);
    }

    private static void known(String keyword) {
        if (!COMMENTS.contains(keyword) && !JUDGED.contains(keyword)) {
            throw new IllegalArgumentException(
                    "no rule judges changes of the keyword '%s'; add one".formatted(keyword));
        }
    }

    boolean has(String keyword) {
        return schema.has(keyword);
    }

    JsonNode get(String keyword) {
        return schema.path(keyword);
    }

    Optional<JsonNode> property(String name) {
        return Optional.ofNullable(get("properties").get(name));
    }

    List<String> properties() {
        return get("properties").propertyStream().map(Map.Entry::getKey).toList();
    }

    Set<String> required() {
        return texts(get("required"));
    }

    /** The types that are valid; a constant or an enumeration without a type is a string. */
    Set<String> types() {
        var type = get("type");
        return type.isArray()
                ? texts(type)
                : type.isTextual()
                        ? Set.of(type.asText())
                        : has("const") || has("enum") ? Set.of("string") : Set.of();
    }

    /** The only valid values; empty if there are others, too. */
    Set<String> values() {
        return has("const") ? Set.of(get("const").asText()) : texts(get("enum"));
    }

    /** The schema itself, or the alternatives of which one must be valid. */
    List<Place> alternatives() {
        return has("oneOf")
                ? elements(get("oneOf"))
                        .flatMap(one -> of(document, one).alternatives().stream())
                        .toList()
                : List.of(this);
    }

    /** The constant that tells this case of a sealed type from the others, in a required field. */
    Optional<String> caseName() {
        return properties().stream()
                .filter(required()::contains)
                .flatMap(name -> property(name).stream())
                .filter(property -> property.has("const"))
                .map(property -> property.get("const").asText())
                .findFirst();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        elements(array).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
