package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeTest {
    @Test
    void the_compose_file_starts_the_image_that_the_tests_start() throws IOException {
        var root = Path.of(System.getProperty("orderloom.root", "../.."));

        var compose = Files.readString(root.resolve("localstack/container/compose.yaml"));

        assertThat(compose).contains("image: ${LOCALSTACK_IMAGE:-" + Image.PINNED + "}");
    }
}
