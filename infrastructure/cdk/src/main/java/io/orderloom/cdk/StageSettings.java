package io.orderloom.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stage's differences from the defaults.
 *
 * @param place the file or argument that states them, for the error message
 */
record StageSettings(String place, ObjectNode own) {
    /** Path below the project's root; holds one file for each stage. */
    static final String DIRECTORY = "infrastructure/stages";

    private static final String JSON = ".json";
    private static final String SCHEMA = ".schema.json";

    /** The key that tells editors where the schema is. */
    private static final String SCHEMA_KEY = "$schema";

    /**
     * A stage states only its differences in these parameters; in all others it states the whole
     * value.
     */
    private static final List<String> OPTIONS = List.of("frontDoor", "backup", "anchors");

    /** The stages' files by the stages' names; empty if there is no such directory. */
    static Map<String, StageSettings> filesIn(Path root) {
        var stages = new TreeMap<String, StageSettings>();
        var directory = root.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return stages;
        }
        try (var files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(JSON))
                    .filter(file -> !file.toString().endsWith(SCHEMA))
                    .forEach(file ->
                            stages.put(
                                    stage(file),
                                    of(
                                            DIRECTORY + "/" + file.getFileName(),
                                            SettingsJson.read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stages;
    }

    private static String stage(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - JSON.length());
    }

    static StageSettings of(String place, JsonNode json) {
        if (json instanceof ObjectNode own) {
            return new StageSettings(place, own);
        }
        throw new Settings.Unusable("%s is no JSON object of parameters".formatted(place));
    }

    /**
     * @throws Settings.Unusable with every mistake, a line each
     */
    Stage over(ObjectNode defaults, String stage) {
        var mistakes = StageSchema.mistakes(own);
        if (!mistakes.isEmpty()) {
            throw new Settings.Unusable(
                    "%s: %s"
                            .formatted(
                                    place,
                                    String.join(System.lineSeparator() + place + ": ", mistakes)));
        }
        var differs = own.deepCopy();
        differs.remove(SCHEMA_KEY);
        var merged = defaults.deepCopy();
        for (var option : OPTIONS) {
            if (differs.remove(option) instanceof ObjectNode part) {
                merged.withObject("/" + option).setAll(part);
            }
        }
        merged.setAll(differs);
        try {
            var parameters = SettingsJson.as(Parameters.class, merged);
            FunctionSettings.checkSize(parameters);
            return new Stage(stage, parameters);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Settings.Unusable("%s: %s".formatted(place, message(e)), e);
        }
    }

    private static String message(Exception e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
