package io.orderloom.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages as {@code cdk.json} names them: {@code context.defaults} with {@code
 * context.stages.<stage>} laid over it.
 */
record Settings(ObjectNode defaults, ObjectNode stages) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    /** Of these a stage states what it has different; of all others the whole value. */
    private static final List<String> OPTIONS = List.of("frontDoor", "backup", "anchors");

    /** Settings that can't be used; the message names the stage and what is wrong. */
    static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Settings read(Path file) {
        try {
            var context = JSON.readTree(Files.readString(file)).path("context");
            if (!context.path("stages").isObject()) {
                throw new Unusable("%s has no context.stages".formatted(file));
            }
            return of(context);
        } catch (IOException e) {
            throw new Unusable("%s can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** What the CDK command line hands over, with all that {@code -c} changed. */
    static Optional<Settings> of(Optional<String> context) {
        return context.map(
                        text -> {
                            try {
                                return JSON.readTree(text);
                            } catch (JsonProcessingException e) {
                                throw new Unusable("the CDK context is no JSON", e);
                            }
                        })
                .filter(tree -> tree.has("stages"))
                .map(Settings::of);
    }

    private static Settings of(JsonNode context) {
        return new Settings(context.withObject("/defaults"), context.withObject("/stages"));
    }

    /** The stage that is no AWS account's, but an emulator's on this machine. */
    static final String LOCAL = "local";

    /** Those of {@link #all} that AWS has. */
    List<Stage> onAws() {
        return all().stream().filter(stage -> !stage.name().equals(LOCAL)).toList();
    }

    List<Stage> all() {
        var all = new ArrayList<Stage>();
        stages.propertyStream().forEach(stage -> all.add(stage(stage.getKey())));
        return all;
    }

    /** A stage that is not named has the defaults: one of a developer's own, for example. */
    Stage stage(String name) {
        var own = stages.withObject("/" + name).deepCopy();
        var merged = defaults.deepCopy();
        for (var option : OPTIONS) {
            if (own.remove(option) instanceof ObjectNode differs) {
                merged.withObject("/" + option).setAll(differs);
            }
        }
        merged.setAll(own);
        try {
            return new Stage(name, JSON.treeToValue(merged, Parameters.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Unusable("stage %s: %s".formatted(name, message(e)), e);
        }
    }

    private static String message(Exception e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
