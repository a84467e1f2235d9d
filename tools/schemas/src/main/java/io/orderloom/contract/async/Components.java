package io.orderloom.contract.async;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeMap;

/** Messages and the definitions that their schemas share. */
final class Components {
    private static final String DEFINITIONS = "#/$defs/";
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode messages = JsonNodeFactory.instance.objectNode();
    private final TreeMap<String, JsonNode> schemas = new TreeMap<>();

    /**
     * @param schema of the payload; its definitions become shared ones
     * @return the message, for the caller to describe further
     */
    ObjectNode message(String key, String name, ObjectNode schema) {
        var payload = schema.deepCopy();
        var definitions = payload.remove("$defs");
        if (definitions != null) {
            definitions
                    .propertyStream()
                    .forEach(one -> schemas.put(one.getKey(), moved(one.getValue())));
        }
        var message = messages.putObject(key).put("name", name).put("title", key);
        if (payload.remove("description") instanceof TextNode description) {
            message.set("summary", description);
        }
        message.set("payload", moved(payload));
        return message;
    }

    static ObjectNode reference(String target) {
        return JsonNodeFactory.instance.objectNode().put("$ref", target);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("messages", messages);
        json.putObject("schemas").setAll(schemas);
        return json;
    }

    private static JsonNode moved(JsonNode schema) {
        var moved = schema.deepCopy();
        moved.findParents("$ref").stream()
                .map(ObjectNode.class::cast)
                .forEach(parent ->
                        parent.put(
                                "$ref", parent.get("$ref").asText().replace(DEFINITIONS, SCHEMAS)));
        return moved;
    }
}
