package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The packages that were built.
 *
 * @param root the project's
 */
record FunctionPackages(Path root) {

    /**
     * The packages that a stage uses.
     *
     * @throws FunctionPackage.Unfit if any is not built
     */
    Map<Function, FunctionPackage> of(Stage stage) {
        var packages = new EnumMap<Function, FunctionPackage>(Function.class);
        for (var function : Function.values()) {
            packages.put(function, of(function, stage));
        }
        return packages;
    }

    private FunctionPackage of(Function function, Stage stage) {
        var executable = executable(function, stage.parameters().architecture());
        var classes = target(function).resolve("function.zip");
        var wanted =
                switch (stage.parameters().packages()) {
                    case ANY -> executable.or(() -> built(classes));
                    case NATIVE -> executable;
                    case JVM -> built(classes);
                    case PROCESS ->
                            executable.or(() ->
                                    built(target(function).resolve("process", "function.zip")));
                };
        return wanted.orElseThrow(() -> missing(function, stage));
    }

    private Optional<FunctionPackage> executable(Function function, Machine machine) {
        var zip = target(function).resolve("native", machine.label(), "function.zip");
        var found = built(zip);
        found.filter(built -> built.kind() != machine.executables())
                .ifPresent(built -> {
                    throw new FunctionPackage.Unfit(
                            "%s holds %s and not an executable for %s"
                                    .formatted(zip, built.kind(), machine.label()));
                });
        return found;
    }

    private static Optional<FunctionPackage> built(Path zip) {
        return Files.isRegularFile(zip) ? Optional.of(FunctionPackage.read(zip)) : Optional.empty();
    }

    private Path target(Function function) {
        return root.resolve("functions", function.label(), "target");
    }

    private static FunctionPackage.Unfit missing(Function function, Stage stage) {
        var parameters = stage.parameters();
        return new FunctionPackage.Unfit(
                switch (parameters.packages()) {
                    case PROCESS ->
                            "%s is not built to run as a process: run 'make packages' first"
                                    .formatted(function.label());
                    case ANY, JVM ->
                            "%s is not built: run 'make build' first".formatted(function.label());
                    case NATIVE ->
                            "stage %s takes executables for %s, and %s is not built as one: run 'make native ARCH=%s' first, or set the parameter packages to any"
                                    .formatted(
                                            stage.name(),
                                            parameters.architecture().label(),
                                            function.label(),
                                            parameters.architecture().label());
                });
    }
}
