package io.orderloom.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All modules that have classes, found by their folders, and their compiled classes. */
final class Project {
    private static final Path ROOT =
            Path.of(System.getProperty("orderloom.root", "../..")).toAbsolutePath().normalize();

    private static final List<String> MODULES = found();

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPaths(MODULES.stream().map(Project::directory).toList());

    private Project() {}

    /** The folders of the modules, such as {@code shared-model} or {@code functions/intake}. */
    static Stream<String> modules() {
        return MODULES.stream();
    }

    /** The Java files of the main code of all modules, as paths below the project's root. */
    static Stream<String> mainSources() {
        return modules().flatMap(module -> javaFiles(sources(module)).stream());
    }

    static JavaClasses classes() {
        return CLASSES;
    }

    static JavaClasses classes(String module) {
        return CLASSES.that(isOf(module));
    }

    static JavaClasses classes(Stream<String> modules) {
        var wanted = modules.collect(Collectors.toSet());
        return CLASSES.that(
                DescribedPredicate.describe(
                        "classes of " + wanted,
                        type -> module(type).filter(wanted::contains).isPresent()));
    }

    /**
     * Matches classes by their module and not by their package, because a package may extend over
     * several modules.
     */
    static DescribedPredicate<JavaClass> isOf(String module) {
        return DescribedPredicate.describe(
                "classes of " + module,
                type -> module(type.getBaseComponentType()).filter(module::equals).isPresent());
    }

    /** The module of a class, or empty for a class from outside the project. */
    static Optional<String> module(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri())
                .filter(uri -> "file".equals(uri.getScheme()))
                .map(uri -> ROOT.relativize(Path.of(uri)))
                .map(Path::toString)
                .filter(file -> file.contains("/target/classes/"))
                .map(file -> file.substring(0, file.indexOf("/target/classes/")));
    }

    private static List<String> found() {
        try (var below = Files.find(ROOT, 4, (file, _) -> file.endsWith("src/main"))) {
            var modules =
                    below.map(main -> ROOT.relativize(main.resolve("../..").normalize()).toString())
                            .filter(module -> Files.isDirectory(sources(module)))
                            .sorted()
                            .toList();
            var uncompiled = modules.stream().filter(module -> !compiled(module)).toList();
            if (!uncompiled.isEmpty()) {
                throw new AssertionError(
                        "%s are not compiled, so the architecture can't be checked. Build the whole project: 'mvn verify' in its root."
                                .formatted(uncompiled));
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sources(String module) {
        return ROOT.resolve(module, "src", "main", "java");
    }

    private static List<String> javaFiles(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.map(file -> ROOT.relativize(file).toString())
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path directory(String module) {
        return ROOT.resolve(module, "target", "classes");
    }

    private static boolean compiled(String module) {
        return Files.isDirectory(directory(module).resolve("io"));
    }

    /** The other modules of the project that a module's classes depend on. */
    static Set<String> known(String module) {
        return classes(module).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency ->
                        module(dependency.getTargetClass().getBaseComponentType()).stream())
                .filter(other -> !other.equals(module))
                .collect(Collectors.toSet());
    }
}
