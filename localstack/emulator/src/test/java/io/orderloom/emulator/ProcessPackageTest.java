package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPackageTest {
    private static final ProcessPackage.Warming NONE = _ -> {};

    @TempDir private Path directory = Path.of("");
    private Path client = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void build() throws IOException {
        client = Files.createDirectories(directory.resolve("ric"));
        target = directory.resolve("process/function.zip");
        zip("ric/client.jar", "jni/libaws-lambda-jni.linux-x86_64.so", "Client.class");
    }

    @Test
    void a_script_starts_the_jars_with_the_runtime_client_that_lies_beside_them()
            throws IOException {
        var classes = zip("function.zip", "io/Function.class", "lib/shared.jar");

        new ProcessPackage(classes, client).write(target, NONE);

        try (var zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(
                            "bootstrap",
                            "application.jar",
                            "classpath",
                            "lib/shared.jar",
                            "ric/client.jar",
                            "ric/libaws-lambda-jni.linux-x86_64.so");
            assertThat(text(zip, "bootstrap"))
                    .startsWith("#!/bin/sh\n")
                    .contains("runtime.api.client.AWSLambda \"$_HANDLER\"");
            assertThat(text(zip, "classpath"))
                    .isEqualTo("application.jar:lib/shared.jar:ric/client.jar");
        }
    }

    @Test
    void the_same_class_files_give_the_same_bytes_so_that_nothing_is_deployed_again()
            throws IOException {
        var classes = zip("function.zip", "io/Function.class", "lib/shared.jar");
        var two = directory.resolve("elsewhere/function.zip");

        new ProcessPackage(classes, client).write(target, NONE);
        new ProcessPackage(classes, client).write(two, NONE);

        assertThat(target).hasSameBinaryContentAs(two);
    }

    @Test
    void a_package_built_again_from_the_same_keeps_its_archive_and_is_not_deployed()
            throws IOException {
        var classes = zip("function.zip", "io/Function.class");
        new ProcessPackage(classes, client).write(target, archiving("first"));
        var before = Files.readAllBytes(target);
        later(classes);

        new ProcessPackage(classes, client).write(target, archiving("second"));

        assertThat(target).hasBinaryContent(before);
    }

    @Test
    void a_package_of_other_class_files_gets_an_archive_of_its_own() throws IOException {
        new ProcessPackage(zip("function.zip", "io/Function.class"), client)
                .write(target, archiving("first"));
        var changed = zip("function.zip", "io/Function.class", "io/Other.class");
        later(changed);

        new ProcessPackage(changed, client).write(target, archiving("second"));

        try (var zip = new ZipFile(target.toFile())) {
            assertThat(text(zip, ClassArchive.FILE)).isEqualTo("second");
        }
        try (var left = Files.list(target.resolveSibling("."))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("function.zip", "content.sha256");
        }
    }

    private static ProcessPackage.Warming archiving(String content) {
        return unpacked -> Files.writeString(unpacked.resolve(ClassArchive.FILE), content);
    }

    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
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
