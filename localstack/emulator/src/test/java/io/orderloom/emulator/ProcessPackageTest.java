package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPackageTest {
    @TempDir private Path directory = Path.of("");
    private Path classes = Path.of("");
    private Path client = Path.of("");

    @BeforeEach
    void build() throws IOException {
        classes = zip("function.zip", "io/Function.class", "lib/shared.jar");
        client = Files.createDirectories(directory.resolve("ric"));
        zip("ric/client.jar", "jni/libaws-lambda-jni.linux-x86_64.so", "Client.class");
    }

    @Test
    void a_script_starts_the_class_files_with_the_runtime_client_that_lies_beside_them()
            throws IOException {
        var target = directory.resolve("process/function.zip");

        ProcessPackage.write(classes, client, target);

        try (var zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(
                            "bootstrap",
                            "io/Function.class",
                            "lib/shared.jar",
                            "ric/client.jar",
                            "ric/libaws-lambda-jni.linux-x86_64.so");
            var script =
                    new String(
                            zip.getInputStream(zip.getEntry("bootstrap")).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(script)
                    .startsWith("#!/bin/sh\n")
                    .contains("runtime.api.client.AWSLambda \"$_HANDLER\"");
        }
    }

    @Test
    void the_same_class_files_give_the_same_bytes_so_that_nothing_is_deployed_anew()
            throws IOException {
        var one = directory.resolve("one.zip");
        var two = directory.resolve("two.zip");

        ProcessPackage.write(classes, client, one);
        ProcessPackage.write(classes, client, two);

        assertThat(one).hasSameBinaryContentAs(two);
    }

    private Path zip(String name, String... entries) throws IOException {
        var file = directory.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
