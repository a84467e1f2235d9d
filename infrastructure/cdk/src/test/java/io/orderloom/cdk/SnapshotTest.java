package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Production's template as it is committed, and the other stages' differences from it. Commit an
 * intended change with {@code make snapshots}.
 */
class SnapshotTest {
    private static final Path SNAPSHOTS =
            Synthesized.file("infrastructure/cdk/src/test/resources/snapshots");
    private static final String PRODUCTION = "prod";

    @Test
    void the_template_of_production_is_the_one_that_was_reviewed() throws IOException {
        assertThatSnapshot("prod.txt", lines(PRODUCTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "local", Synthesized.GUARDED, Synthesized.PLAIN})
    void a_stage_differs_from_production_in_its_parameters_only(String stage) throws IOException {
        var own = lines(stage);
        var production = lines(PRODUCTION);

        assertThatSnapshot(stage + "-prod.diff", diff(own, production));
    }

    @ParameterizedTest
    @ValueSource(strings = {"door", "copies"})
    void the_stack_of_an_option_is_the_one_that_was_reviewed(String option) throws IOException {
        var stack = "%s-orderloom-%s".formatted(Synthesized.GUARDED, option);

        var file = Synthesized.stages().stackFile(stack);

        assertThatSnapshot(option + ".txt", lines(Synthesized.GUARDED, file));
    }

    private static List<String> diff(List<String> own, List<String> production) {
        var ours = new HashSet<>(own);
        var theirs = new HashSet<>(production);
        var diff = new ArrayList<String>();
        own.stream().filter(line -> !theirs.contains(line)).forEach(line -> diff.add("- " + line));
        production.stream()
                .filter(line -> !ours.contains(line))
                .forEach(line -> diff.add("+ " + line));
        return diff;
    }

    /**
     * The template's lines with the stage's name replaced, so that names alone make no difference.
     */
    private static List<String> lines(String stage) throws IOException {
        return lines(stage, Synthesized.stages().templateFile(stage));
    }

    private static List<String> lines(String stage, Path template) throws IOException {
        return Flattened.lines(template).stream()
                .map(line -> line.replaceAll("\\b" + stage + "\\b", "<stage>"))
                .toList();
    }

    private static void assertThatSnapshot(String name, List<String> lines) throws IOException {
        var file = SNAPSHOTS.resolve(name);
        if ("write".equals(System.getProperty("orderloom.snapshots"))) {
            Files.createDirectories(SNAPSHOTS);
            Files.write(file, lines);
        }
        assertThat(lines)
                .as("%s; if the change is meant: make snapshots", file)
                .isEqualTo(Files.readAllLines(file));
    }
}
