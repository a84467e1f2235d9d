package io.orderloom.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates values against a schema, formats included. */
public final class Validation {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final Schema schema;

    private Validation(JsonNode schema) {
        this.schema = REGISTRY.getSchema(schema);
    }

    public static Validation of(JsonNode schema) {
        return new Validation(schema);
    }

    /** Like the other, but also rejects fields that the schema does not name. */
    public static Validation closed(ObjectNode schema) {
        var closed = schema.deepCopy();
        closed.remove("$id");
        closed.findParents("properties").stream()
                .map(ObjectNode.class::cast)
                .filter(object -> object.path("type").asText().equals("object"))
                .forEach(object -> object.put("additionalProperties", false));
        return new Validation(closed);
    }

    /** All errors of a value, each with its place; empty if it is valid. */
    public List<String> errors(JsonNode value) {
        return schema.validate(value).stream().map(Error::toString).toList();
    }
}
