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

    /** The connectors of ERPs that every package has, and those that the stage names. */
    static Set<String> erpConnectors(JsonNode own) {
        var connectors = new TreeSet<String>();
        JSON.path("$defs")
                .forEach(one -> connectors.add(one.at("/properties/type/const").asText()));
        own.path("connectors").forEach(one -> connectors.add(one.asText()));
        connectors.remove("");
        return connectors;
    }

    /**
     * Instances of a connector that no package has, so that none of their messages could be
     * handled.
     */
    private static Stream<String> unpackaged(JsonNode own) {
        var sources = connectors(own);
        var erps = erpConnectors(own);
        return Stream.of(
                        own.path("channels")
                                .propertyStream()
                                .flatMap(one ->
                                        unpackaged(
                                                "channels." + one.getKey(),
                                                one.getValue(),
                                                sources)),
                        unpackaged("erp", own.path("erp"), erps),
                        own.path("erps")
                                .propertyStream()
                                .flatMap(one ->
                                        unpackaged("erps." + one.getKey(), one.getValue(), erps)))
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<String> unpackaged(
            String place, JsonNode instance, Set<String> connectors) {
        var type = instance.path("type");
        return type.isTextual() && !connectors.contains(type.asText())
                ? Stream.of(
                        "%s.type is none of %s; name further connectors that the functions are packaged with in connectors"
                                .formatted(place, connectors))
                : Stream.empty();
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
