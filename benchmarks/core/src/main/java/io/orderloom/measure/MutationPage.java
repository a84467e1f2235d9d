package io.orderloom.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the mutation scores of the order core; fails if one is below the required score. */
public final class MutationPage {
    private static final int THRESHOLD = 85;

    private MutationPage() {}

    /**
     * @param arguments the project's root
     */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var report = root.resolve("shared-model/target/pit-reports/mutations.xml");
        try (var xml = Files.newInputStream(report)) {
            var mutations = MutationReport.read(xml);
            GeneratedSection.write(root.resolve("docs/mutation.md"), section(mutations));
            System.out.printf(
                    "mutation: score=%d killed=%d of=%d threshold=%d%n",
                    Mutation.score(mutations),
                    Mutation.killed(mutations),
                    mutations.size(),
                    THRESHOLD);
            if (!below(mutations).isEmpty()) {
                System.out.println("below the threshold: " + String.join(", ", below(mutations)));
                System.exit(1);
            }
        }
    }

    /** The areas whose score is too low. */
    static List<String> below(List<Mutation> mutations) {
        return Stream.of(Mutation.Area.values())
                .filter(area -> Mutation.score(of(mutations, area)) < THRESHOLD)
                .map(Mutation.Area::label)
                .toList();
    }

    static String section(List<Mutation> mutations) {
        return """
        | | mutations | killed | score |
        |---|---|---|---|
        """
                + Stream.of(Mutation.Area.values())
                        .map(area -> row(area.label(), of(mutations, area)))
                        .collect(Collectors.joining())
                + row("**all**", mutations)
                + """

                What survives, by class:

                | class | mutations | killed | score | survivors in |
                |---|---|---|---|---|
                """
                + byClass(mutations);
    }

    private static String byClass(List<Mutation> mutations) {
        var classes = mutations.stream().collect(grouped(Mutation::type));
        return classes.entrySet().stream()
                .filter(entry -> Mutation.killed(entry.getValue()) < entry.getValue().size())
                .map(entry ->
                        row("`%s`".formatted(entry.getKey()), entry.getValue())
                                        .replaceFirst("\\n$", "")
                                + " %s |\n".formatted(survivors(entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String survivors(List<Mutation> mutations) {
        var left = mutations.stream().filter(m -> !m.killed()).collect(grouped(Mutation::method));
        return left.entrySet().stream()
                .map(entry -> "`%s` %d".formatted(entry.getKey(), entry.getValue().size()))
                .collect(Collectors.joining(", "));
    }

    private static Collector<Mutation, ?, ? extends Map<String, List<Mutation>>> grouped(
            Function<Mutation, String> by) {
        return Collectors.groupingBy(by, TreeMap::new, Collectors.toList());
    }

    private static String row(String name, List<Mutation> mutations) {
        return "| %s | %d | %d | %d %% |\n"
                .formatted(
                        name,
                        mutations.size(),
                        Mutation.killed(mutations),
                        Mutation.score(mutations));
    }

    private static List<Mutation> of(List<Mutation> mutations, Mutation.Area area) {
        return mutations.stream().filter(m -> m.area() == area).toList();
    }
}
