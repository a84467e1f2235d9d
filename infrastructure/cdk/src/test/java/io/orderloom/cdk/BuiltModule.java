package io.orderloom.cdk;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.orderloom.topology.Function;
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
    static final BuiltModule MODEL = new BuiltModule("shared-model");

    static final BuiltModule SIMULATION = new BuiltModule("testing/simulation");
    static final BuiltModule CRASH = new BuiltModule("testing/crash");

    static final List<BuiltModule> FUNCTIONS =
            Stream.of(Function.values())
                    .map(function -> new BuiltModule("functions/" + function.label()))
                    .toList();

    static final List<BuiltModule> CONNECTORS =
            modules(
                    "connectors/connector-kit",
                    "connectors/shopify",
                    "connectors/odoo",
                    "connectors/sandbox",
                    "connectors/webhook");

    private static final List<BuiltModule> WITHOUT_AWS =
            Stream.of(
                            CONNECTORS,
                            modules("shared-model", "infrastructure/topology", "tools/schemas"))
                    .flatMap(List::stream)
                    .toList();

    private static final List<BuiltModule> WITH_AWS =
            modules(
                    "functions/order-store",
                    "functions/function-kit",
                    "tools/operator-cli",
                    "infrastructure/cdk",
                    "testing/endpoint-contract",
                    "localstack/embedded",
                    "localstack/emulator",
                    "testing/crash",
                    "testing/deployed",
                    "testing/restore",
                    "testing/rolling-upgrade",
                    "testing/simulation",
                    "benchmarks/cost",
                    "benchmarks/native",
                    "benchmarks/stack",
                    "localstack/container");

    private static final Map<List<BuiltModule>, JavaClasses> READ = new ConcurrentHashMap<>();

    JavaClasses classes() {
        return read(List.of(this));
    }

    /** By origin and not by package, because the ports' packages go on in the connectors. */
    DescribedPredicate<JavaClass> contains() {
        var classes = classes();
        return DescribedPredicate.describe(
                "classes of " + path,
                type -> classes.contain(type.getBaseComponentType().getName()));
    }

    static JavaClasses connectors() {
        return read(CONNECTORS);
    }

    static JavaClasses withoutAws() {
        return read(WITHOUT_AWS);
    }

    /** What the functions are made of. */
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

    static JavaClasses all() {
        return read(Stream.of(WITHOUT_AWS, FUNCTIONS, WITH_AWS).flatMap(List::stream).toList());
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
        var root = System.getProperty("orderloom.root", "../..");
        var directory = Path.of(root, path, "target", "classes");
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
