package io.orderloom.cdk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderloom.topology.Function;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's own stages, synthesized once for all tests: CDK runs in a node process, which takes
 * its seconds. One function is an executable, the others are class files.
 */
record Synthesized(Path directory) {
    private static final Path ROOT = Path.of(System.getProperty("orderloom.root", "../.."));
    private static Optional<Synthesized> made = Optional.empty();

    static synchronized Synthesized stages() {
        assumeNode();
        if (made.isEmpty()) {
            try {
                made = Optional.of(make());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made.get();
    }

    static Settings settings() {
        return Settings.read(ROOT.resolve("infrastructure/cdk/cdk.json"));
    }

    /** A file of the project. */
    static Path file(String path) {
        return ROOT.resolve(path);
    }

    Template template(String stage) {
        return Template.read(templateFile(stage));
    }

    Path templateFile(String stage) {
        return directory.resolve(stage + "-orderloom.template.json");
    }

    List<Path> nagReports() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith("NagReport.csv")).toList();
        }
    }

    private static Synthesized make() throws IOException {
        var directory = Files.createTempDirectory(Path.of("target"), "cdk");
        for (var function : Function.values()) {
            Zips.jvm(directory, function.label());
        }
        Zips.executable(directory, "erp-post", Machine.ARM64);
        var out = directory.resolve("out");
        App.synthesize(out, settings().all(), new FunctionPackages(directory));
        return new Synthesized(out);
    }

    private static void assumeNode() {
        boolean node =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "node")));
        if (!node) {
            System.err.println(
                    "SKIPPED: the CDK templates are not checked, because there is no node");
        }
        assumeTrue(node, "CDK needs node on the PATH");
    }
}
