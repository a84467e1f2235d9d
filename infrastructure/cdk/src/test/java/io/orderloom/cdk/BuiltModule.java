package io.orderloom.cdk;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A Maven module and the classes that it compiled to.
 *
 * @param path below the project's root
 */
record BuiltModule(String path) {
    private static final String ROOT = System.getProperty("orderloom.root", "../..");

    static final List<BuiltModule> FUNCTIONS =
            Stream.of(Function.values())
                    .map(function -> new BuiltModule("functions/" + function.label()))
                    .toList();

    /** The modules of all connectors, and of the code that they share. */
    static final List<BuiltModule> CONNECTORS = connectorsFound();

    private static final Map<List<BuiltModule>, JavaClasses> READ = new ConcurrentHashMap<>();

    JavaClasses classes() {
        return read(List.of(this));
    }

    static JavaClasses connectors() {
        return read(CONNECTORS);
    }

    /** The classes of all that is deployed. */
    static JavaClasses deployed() {
        return read(
                Stream.of(
                                FUNCTIONS,
                                CONNECTORS,
                                modules(
                                        "shared-model",
                                        "infrastructure/topology",
                                        "functions/order-store",
                                        "functions/function-kit"))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<BuiltModule> connectorsFound() {
        try (var folders = Files.list(Path.of(ROOT, "connectors"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("target/classes/io")))
                    .map(folder -> folder.getFileName().toString())
                    // Holds tests that connectors extend, and is not deployed.
                    .filter(name -> !name.equals("connector-contract"))
                    .sorted()
                    .map(name -> new BuiltModule("connectors/" + name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BuiltModule> modules(String... paths) {
        return Stream.of(paths).map(BuiltModule::new).toList();
    }

    private static JavaClasses read(List<BuiltModule> modules) {
        return READ.computeIfAbsent(
                modules,
                _ ->
                        new ClassFileImporter()
                                .importPaths(
                                        modules.stream().map(BuiltModule::directory).toList()));
    }

    private Path directory() {
        var directory = Path.of(ROOT, path, "target", "classes");
        if (!Files.isDirectory(directory.resolve("io"))) {
            throw new AssertionError(
                    "%s is not compiled, so the architecture can't be checked. Build the whole project: 'mvn verify' in its root."
                            .formatted(path));
        }
        return directory;
    }

    @Override
    public String toString() {
        return path;
    }
}
