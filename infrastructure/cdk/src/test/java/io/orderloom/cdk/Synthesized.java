package io.orderloom.cdk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.topology.Function;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's own stages, synthesized once for all tests, because CDK runs in a node process and
 * takes seconds. One function is an executable, the others are class files.
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

    /** Production, with every option on. */
    static final String GUARDED = "prodguarded";

    static Settings settings() {
        return Settings.read(ROOT);
    }

    /** A file of the project. */
    static Path file(String path) {
        return ROOT.resolve(path);
    }

    Template template(String stage) {
        return Template.read(templateFile(stage));
    }

    Path templateFile(String stage) {
        return stackFile(stage + "-orderloom");
    }

    Path stackFile(String stack) {
        return directory.resolve(stack + ".template.json");
    }

    List<Path> templates() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
        }
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
        for (var function : Function.values()) {
            Zips.script(directory, function.label());
        }
        Zips.executable(directory, "erp-post", Machine.ARM64);
        var out = directory.resolve("out");
        var stages = new ArrayList<>(settings().all());
        stages.add(guarded());
        stages.add(plain());
        App.synthesize(out, stages, new FunctionPackages(directory));
        return new Synthesized(out);
    }

    /** A stage without the optional parts, and with the other kind of door. */
    static final String PLAIN = "plain";

    private static Stage plain() {
        return stage(
                PLAIN,
                """
                {"deployment": "none", "watched": false, "door": "function-url"}
                """);
    }

    private static Stage guarded() {
        var production = Objects.requireNonNull(settings().stages().get("prod")).own().deepCopy();
        production.setAll(
                object(
                        """
                        {"frontDoor": {
                           "on": true,
                           "domain": "hooks.shop.example",
                           "certificate": "arn:aws:acm:us-east-1:111122223333:certificate/5e1f",
                           "origin": "a1b2c3.execute-api.eu-central-1.amazonaws.com",
                           "path": "x7Kq2mVb9LsT4wNc8RfD1yHp"},
                         "backup": {
                           "on": true,
                           "copyRegion": "eu-west-1",
                           "copyAccount": "444455556666",
                           "account": "111122223333",
                           "everyHours": 12}}
                        """));
        return settings().with(GUARDED, production).stage(GUARDED);
    }

    /** A stage with the given differences from the defaults. */
    static Stage stage(String name, String json) {
        return settings().with(name, object(json)).stage(name);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) SettingsJson.parse("the test", json);
    }

    static void assumeNode() {
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
