package io.orderloom.embedded.rollback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Json;
import java.util.Set;

/**
 * Makes what is stored look as if a version to come had written it: a field that nobody knows yet
 * in every object of every item.
 */
final class VersionToCome {
    private static final String FIELD = "fromAVersionToCome";
    private static final Set<String> FREE_NAMES = Set.of("data", "tallies", "headers");

    private final EmbeddedStack stack;

    VersionToCome(EmbeddedStack stack) {
        this.stack = stack;
    }

    void rewrite() {
        try (var stored = new Stored(stack.dynamoDbEndpoint())) {
            for (var item : stored.all()) {
                if (!Stored.text(item, "sk").startsWith("RAW#")) {
                    var newer = new java.util.HashMap<>(item);
                    newer.put("d", Stored.packed(grown(Stored.body(item))));
                    newer.put(
                            FIELD,
                            software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                    "1"));
                    stored.put(newer);
                }
            }
        }
    }

    /** Maps are left alone: their names are values, and all of them are known. */
    static JsonNode grown(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Json.fields(object.deepCopy())
                    .forEach(field -> {
                        if (!FREE_NAMES.contains(field.getKey())) {
                            object.set(field.getKey(), grown(field.getValue()));
                        }
                    });
            object.putObject(FIELD).put("why", "added later");
            return object;
        }
        if (value.isArray()) {
            var array = Json.array();
            value.forEach(each -> array.add(grown(each)));
            return array;
        }
        return value;
    }
}
