package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The defaults of {@code cdk.json}, and each stage's differences from them, one file for each
 * stage.
 *
 * @param stages by name, in the order of their names
 */
record Settings(ObjectNode defaults, Map<String, StageSettings> stages) {
    /** Path below the project's root. */
    static final String DEFAULTS = "infrastructure/cdk/cdk.json";

    /** The stage that runs on an emulator on this machine and in no AWS account. */
    static final String LOCAL = "local";

    /** The settings can't be used; the message names the file or the stage and what is wrong. */
    static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Settings {
        stages = new TreeMap<>(stages);
    }

    /** Reads the project's own settings. */
    static Settings read(Path root) {
        var file = root.resolve(DEFAULTS);
        return of(context(file, SettingsJson.read(file)), file.toString(), root);
    }

    /**
     * Reads the project's own settings, with a given file in place of one: a stage's file, or
     * another {@code cdk.json}.
     *
     * @param wanted the stages that are asked for
     */
    static Settings read(Path root, Path named, List<String> wanted) {
        var json = SettingsJson.read(named);
        if (json.has("context")) {
            var given = given(context(named, json), named.toString());
            var all = new TreeMap<>(StageSettings.filesIn(root));
            all.putAll(given.stages);
            // A file that was copied earlier lacks the parameters that were added since.
            var defaults = read(root).defaults.deepCopy();
            defaults.setAll(given.defaults);
            return new Settings(defaults, all);
        }
        if (wanted.size() != 1) {
            throw new Unusable(
                    "%s is the file of one stage, and these are asked for: %s; name one, as STAGE=…"
                            .formatted(named, wanted));
        }
        var all = new TreeMap<>(read(root).stages);
        all.put(wanted.getFirst(), StageSettings.of(named.toString(), json));
        return new Settings(read(root).defaults, all);
    }

    /** The settings in the CDK command line tool's context, with all that {@code -c} changed. */
    static Optional<Settings> of(Optional<String> context, Path root) {
        return context.map(text -> SettingsJson.parse("the CDK context", text))
                .filter(tree -> tree.has("defaults"))
                .map(tree -> of(tree, "the CDK context", root));
    }

    private static Settings of(JsonNode context, String place, Path root) {
        var given = given(context, place);
        var files = StageSettings.filesIn(root);
        given.stages.keySet().stream()
                .filter(files::containsKey)
                .findFirst()
                .ifPresent(twice -> {
                    throw new Unusable(
                            "stage %s is in %s/%s.json and in context.stages of %s; keep the file"
                                    .formatted(twice, StageSettings.DIRECTORY, twice, place));
                });
        var all = new TreeMap<>(files);
        all.putAll(given.stages);
        return new Settings(given.defaults, all);
    }

    /** Also reads the earlier form, in which all stages are in {@code context.stages}. */
    private static Settings given(JsonNode context, String place) {
        var stages = new TreeMap<String, StageSettings>();
        context.path("stages")
                .propertyStream()
                .forEach(one ->
                        stages.put(
                                one.getKey(),
                                StageSettings.of(
                                        "%s, stage %s".formatted(place, one.getKey()),
                                        one.getValue())));
        return new Settings(context.withObject("/defaults"), stages);
    }

    private static JsonNode context(Path file, JsonNode json) {
        if (!json.path("context").path("defaults").isObject()) {
            throw new Unusable("%s has no context.defaults".formatted(file));
        }
        return json.path("context");
    }

    /** Adds a stage, or replaces the one of this name. */
    Settings with(String stage, ObjectNode own) {
        var all = new TreeMap<>(stages);
        all.put(stage, StageSettings.of("stage " + stage, own));
        return new Settings(defaults, all);
    }

    /** The stages of {@link #all} that are deployed on AWS. */
    List<Stage> onAws() {
        return all().stream().filter(stage -> !stage.name().equals(LOCAL)).toList();
    }

    List<Stage> all() {
        return stages.keySet().stream().map(this::stage).toList();
    }

    /**
     * @throws Unusable if the stage has no settings, or some that can't be used
     */
    Stage stage(String name) {
        var own = Optional.ofNullable(stages.get(name)).orElseThrow(() -> unknown(name));
        return own.over(defaults, name);
    }

    private Unusable unknown(String name) {
        return new Unusable(
                "STAGE=%s: there is no %s/%s.json. Copy %s/dev.json and say there what the stage has different, or name a file: SETTINGS=FILE. There are %s"
                        .formatted(
                                name,
                                StageSettings.DIRECTORY,
                                name,
                                StageSettings.DIRECTORY,
                                String.join(", ", stages.keySet())));
    }
}
