package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script runs a package that is unpacked as by an emulator: elsewhere, with new file times. */
class BootstrapTest {
    private static final String CLIENT = "com/amazonaws/services/lambda/runtime/api/client/";
    private static final String SOURCE =
            """
            package com.amazonaws.services.lambda.runtime.api.client;
            public class AWSLambda {
                public static void main(String[] words) {
                    System.out.println("handler " + words[0]);
                }
            }
            """;

    @TempDir private Path directory = Path.of("");

    @Test
    void a_process_takes_its_classes_from_the_archive_that_the_package_was_made_with()
            throws IOException {
        var target = directory.resolve("process/function.zip");
        var client = Files.createDirectories(directory.resolve("ric"));
        jar(client.resolve("client.jar"), CLIENT + "AWSLambda.class", compiled());
        var classes = directory.resolve("function.zip");
        jar(classes, "application.properties", new byte[] {'#'});
        new ProcessPackage(classes, client)
                .write(
                        target,
                        unpacked -> run(unpacked, "-XX:ArchiveClassesAtExit=" + ClassArchive.FILE));

        var unpacked = unzip(target, directory.resolve("elsewhere"));
        var said = run(unpacked, "-Xlog:class+load");

        assertThat(said).contains("handler the.Function::handle");
        assertThat(said.lines())
                .anyMatch(line ->
                        line.contains("client.AWSLambda source: shared objects file (top)"));
    }

    private static String run(Path unpacked, String options) {
        return Command.run(
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "JAVA_TOOL_OPTIONS",
                                options,
                                "LAMBDA_TASK_ROOT",
                                unpacked.toString(),
                                "_HANDLER",
                                "the.Function::handle"),
                        unpacked.resolve("bootstrap").toString())
                .said();
    }

    private byte[] compiled() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var source = new Source();
        var options = List.of("-d", directory.toString(), "-proc:none");
        assertThat(compiler.getTask(null, null, null, options, null, List.of(source)).call())
                .isTrue();
        return Files.readAllBytes(directory.resolve(CLIENT + "AWSLambda.class"));
    }

    private static void jar(Path file, String entry, byte[] content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
    }

    private static Path unzip(Path archive, Path to) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = to.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        assertThat(to.resolve("bootstrap").toFile().setExecutable(true)).isTrue();
        return to;
    }

    private static final class Source extends SimpleJavaFileObject {
        Source() {
            super(URI.create("string:///" + CLIENT + "AWSLambda.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
        }
    }
}
