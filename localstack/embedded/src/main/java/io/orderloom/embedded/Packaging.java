package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The choice of the package that runs for each function. Both kinds are kept in places of their
 * own, so that neither can be run in place of the other unnoticed.
 *
 * @param natives run as native executables; the others on the JVM
 */
public record Packaging(Set<Function> natives) {
    public static final Packaging JVM = new Packaging(Set.of());
    public static final Packaging NATIVE = new Packaging(EnumSet.allOf(Function.class));

    /** The system property that decides if no option does. */
    static final String PROPERTY = "orderloom.packages";

    private static final String SOME = "native:";

    public Packaging {
        natives = Set.copyOf(natives);
    }

    /**
     * @param text {@code jvm}, {@code native}, or {@code native:intake,erp-post} for only these
     * @throws StartupFailure naming what is wrong with it
     */
    public static Packaging parse(String text) {
        if (text.startsWith(SOME)) {
            return new Packaging(
                    Arrays.stream(text.substring(SOME.length()).split(","))
                            .map(Packaging::function)
                            .collect(Collectors.toSet()));
        }
        return switch (text) {
            case "jvm" -> JVM;
            case "native" -> NATIVE;
            default ->
                    throw new StartupFailure(
                            "packages are jvm, native or native:FUNCTION,…, not '%s'"
                                    .formatted(text));
        };
    }

    static Packaging fromSystemProperty() {
        return parse(System.getProperty(PROPERTY, "jvm"));
    }

    /**
     * The path at which the build puts each function's archive.
     *
     * @param root of the project
     */
    public Map<Function, Path> archives(Path root) {
        var archives = new EnumMap<Function, Path>(Function.class);
        for (var function : Function.values()) {
            archives.put(function, archive(root, function));
        }
        return archives;
    }

    private Path archive(Path root, Function function) {
        var target = root.resolve("functions", function.label(), "target");
        return natives.contains(function)
                ? target.resolve("native", architecture(), "function.zip")
                : target.resolve("function.zip");
    }

    private static Function function(String label) {
        return Arrays.stream(Function.values())
                .filter(function -> function.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new StartupFailure("there is no function '%s'".formatted(label)));
    }

    /** This machine's architecture, by Lambda's name for it. */
    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            case String other ->
                    throw new StartupFailure("Lambda has no %s machines".formatted(other));
            case null -> throw new IllegalStateException("the JVM names no os.arch");
        };
    }
}
