package io.orderloom.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTest {
    @TempDir Path root;

    @Test
    void normalize_does_the_maintenance_of_a_version_that_has_no_function_for_it()
            throws IOException {
        var normalize = packaged("normalize");

        var archives = Earlier.archives(root);

        assertThat(archives)
                .containsOnlyKeys(Function.values())
                .containsEntry(Function.NORMALIZE, normalize)
                .containsEntry(Function.MAINTENANCE, normalize);
    }

    @Test
    void a_version_that_has_maintenance_does_it_itself() throws IOException {
        packaged("normalize");
        var maintenance = packaged("maintenance");

        var archives = Earlier.archives(root);

        assertThat(archives).containsEntry(Function.MAINTENANCE, maintenance);
    }

    private Path packaged(String function) throws IOException {
        var archive = root.resolve("functions", function, "target", "function.zip");
        Files.createDirectories(archive.getParent());
        return Files.writeString(archive, "package");
    }
}
