package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON schema of a stage's file. Editors use it, and a deployment checks the file with it
 * first.
 */
final class StageSchema {
    private static final String RESOURCE = "stage.schema.json";

    /** Names under which people put secrets into a file that must hold none. */
    static final Set<String> SECRET =
            Set.of("secret", "secrets", "api", "token", "apiKey", "password");

    private static final JsonNode JSON = json();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON);

    private StageSchema() {}

    static JsonNode json() {
        try (var in =
                Objects.requireNonNull(StageSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return SettingsJson.parse(
                    RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each mistake with its path in the file and what to write instead. */
    static List<String> mistakes(JsonNode own) {
        return Stream.concat(
                        SCHEMA.validate(own).stream().map(StageSchema::worded).distinct(),
                        unpackaged(own))
                .toList();
    }

    /** The connectors of sources that every package has, and those that the stage names. */
    private static Set<String> connectors(JsonNode own) {
        return Stream.of(JSON.at("/properties/connectors/default"), own.path("connectors"))
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Instances of a connector that no package has; their webhooks would all be refused. */
    private static Stream<String> unpackaged(JsonNode own) {
        var connectors = connectors(own);
        return own.path("channels")
                .propertyStream()
                .filter(one -> one.getValue().path("type").isTextual())
                .filter(one -> !connectors.contains(one.getValue().path("type").asText()))
                .map(one ->
                        "channels.%s.type is none of %s; name further connectors that the functions are packaged with in connectors"
                                .formatted(one.getKey(), connectors));
    }

    private static String worded(Error error) {
        var place = place(error);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknown(place, error);
            case "pattern" -> "%s does not fit. %s".formatted(place, wanted(error));
            case "enum" -> "%s is none of %s".formatted(place, error.getSchemaNode());
            case "required" -> "%s has no '%s'".formatted(place, error.getProperty());
            default -> "%s: %s".formatted(place, error.getMessage());
        };
    }

    private static String unknown(String place, Error error) {
        var name = error.getProperty();
        var known = at(error).path("properties").propertyStream().map(Map.Entry::getKey).toList();
        var text = "'%s' is no setting of %s".formatted(name, place);
        if (SECRET.contains(name)) {
            return text + "; what is secret belongs in the stage's secrets: make secrets";
        }
        return Nearest.to(name, known)
                .map(meant -> "%s; did you mean '%s'?".formatted(text, meant))
                .orElseGet(() -> "%s; there are %s".formatted(text, known));
    }

    private static String wanted(Error error) {
        return at(error).path("description").asText(error.getMessage());
    }

    /** The part of the schema that the value violates. */
    private static JsonNode at(Error error) {
        var pointer = error.getSchemaLocation().getFragment().toString();
        return JSON.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** The path in the stage's file: {@code channels.eu-shop}, {@code subscribers[1].url}. */
    private static String place(Error error) {
        var path =
                error.getInstanceLocation()
                        .toString()
                        .replaceAll("/([0-9]+)(?=/|$)", "[$1]")
                        .replace('/', '.');
        return path.isEmpty() ? "a stage" : path.substring(1);
    }
}
