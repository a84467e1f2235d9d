package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage is what its file states, and no other file becomes a stage by mistake. */
class SettingsTest {
    @TempDir private Path root = Path.of("");

    @BeforeEach
    void defaults() throws IOException {
        Files.createDirectories(root.resolve(StageSettings.DIRECTORY));
        Files.createDirectories(root.resolve("infrastructure/cdk"));
        Files.copy(Synthesized.file(Settings.DEFAULTS), root.resolve(Settings.DEFAULTS));
        stage("dev", "{\"$schema\": \"./stage.schema.json\", \"throttleRate\": 7}");
    }

    @Test
    void a_stage_has_what_its_file_says() {
        var stage = Settings.read(root).stage("dev");

        assertThat(stage.parameters().throttleRate()).isEqualTo(7);
    }

    @Test
    void a_stage_without_a_file_is_refused_with_what_to_do() {
        var settings = Settings.read(root);

        assertThatThrownBy(() -> settings.stage("anna"))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessage(
                        "STAGE=anna: there is no infrastructure/stages/anna.json. Copy"
                                + " infrastructure/stages/dev.json and say there what the stage has"
                                + " different, or name a file: SETTINGS=FILE. There are dev");
    }

    @Test
    void a_mistake_is_named_with_its_file() throws IOException {
        stage("dev", "{\"throttleRat\": 7}");

        assertThatThrownBy(() -> Settings.read(root).stage("dev"))
                .hasMessage(
                        "infrastructure/stages/dev.json: 'throttleRat' is no setting of a stage;"
                                + " did you mean 'throttleRate'?");
    }

    @Test
    void a_key_that_is_there_twice_is_refused() throws IOException {
        stage("dev", "{\"throttleRate\": 7,\n \"throttleRate\": 8}");

        assertThatThrownBy(() -> Settings.read(root))
                .hasMessageContaining(
                        "dev.json is no JSON: Duplicate field 'throttleRate', in line 2");
    }

    @Test
    void another_file_of_the_stage_takes_its_place() throws IOException {
        var other = Files.writeString(root.resolve("other.json"), "{\"throttleRate\": 9}");

        var settings = Settings.read(root, other, List.of("dev"));

        assertThat(settings.stage("dev").parameters().throttleRate()).isEqualTo(9);
        assertThatThrownBy(() -> Settings.read(root, other, List.of()))
                .hasMessageContaining("is the file of one stage");
    }

    @Test
    void another_cdk_json_brings_other_defaults_and_maybe_stages_of_its_own() throws IOException {
        var text = Files.readString(root.resolve(Settings.DEFAULTS));
        var other =
                Files.writeString(
                        root.resolve("other.json"),
                        text.replace("\"secretsReadAt\": \"first\"", "\"secretsReadAt\": \"again\"")
                                .replace("\"subscribers\": [],", "")
                                .replace(
                                        "\"context\": {",
                                        "\"context\": {\"stages\": {\"anna\": {\"throttleRate\": 3}},"));

        var settings = Settings.read(root, other, List.of("dev"));

        assertThat(settings.stage("dev").parameters().secretsReadAt()).isEqualTo("again");
        assertThat(settings.stage("dev").parameters().throttleRate()).isEqualTo(7);
        assertThat(settings.stage("anna").parameters().throttleRate()).isEqualTo(3);
    }

    @Test
    void a_stage_that_is_defined_in_two_places_is_refused_with_both() {
        var context = SettingsJson.read(root.resolve(Settings.DEFAULTS)).path("context").deepCopy();
        context.withObject("/stages/dev");

        assertThatThrownBy(() -> Settings.of(Optional.of(context.toString()), root))
                .hasMessage(
                        "stage dev is in infrastructure/stages/dev.json and in context.stages of"
                                + " the CDK context; keep the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "production", "prod2"})
    void a_name_that_begins_with_prod_is_production(String name) throws IOException {
        stage(name, "{}");

        assertThat(Settings.read(root).stage(name).production()).isTrue();
        assertThat(Settings.read(root).stage("dev").production()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROD", "Prod", "my-prod"})
    void a_name_that_only_looks_like_production_is_no_stage_at_all(String name) throws IOException {
        stage(name, "{}");

        assertThatThrownBy(() -> Settings.read(root).stage(name))
                .hasMessageContaining("a stage is one to sixteen lower-case letters and digits");
    }

    private void stage(String name, String json) throws IOException {
        Files.writeString(root.resolve(StageSettings.DIRECTORY).resolve(name + ".json"), json);
    }
}
