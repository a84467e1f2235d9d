package io.orderloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The layers of the project: a module depends on the layers below it, and on modules of its own
 * layer only through ports.
 */
class WhoKnowsWhomTest {
    private static final Set<String> UP_TO_THE_STORE =
            Set.of("shared-model", "infrastructure/topology", "functions/order-store");

    private static final Set<String> UP_TO_THE_KIT =
            Set.of(
                    "shared-model",
                    "infrastructure/topology",
                    "functions/order-store",
                    "functions/function-kit");

    /** Modules that may depend on all others, and on which no other may depend. */
    private static final List<String> TOP = List.of("testing/", "benchmarks/");

    /** The modules that each module may depend on. The first row that fits decides. */
    private static final List<Row> TABLE =
            List.of(
                    new Row("shared-model", Set.of()),
                    new Row("infrastructure/topology", Set.of()),
                    new Row("infrastructure/", Set.of("infrastructure/topology")),
                    new Row("connectors/connector-kit", Set.of("shared-model")),
                    new Row("connectors/connector-contract", Set.of("shared-model")),
                    new Row("connectors/", Set.of("shared-model", "connectors/connector-kit")),
                    new Row(
                            "functions/order-store",
                            Set.of("shared-model", "infrastructure/topology")),
                    new Row("functions/function-kit", UP_TO_THE_STORE),
                    new Row("functions/", UP_TO_THE_KIT),
                    new Row("tools/advisories", Set.of()),
                    new Row("tools/corpus", Set.of("shared-model", "connectors/shopify")),
                    new Row("tools/", UP_TO_THE_STORE),
                    new Row("localstack/embedded", Set.of("infrastructure/topology")),
                    new Row("localstack/container", Set.of("infrastructure/topology")),
                    new Row(
                            "localstack/emulator",
                            Set.of("infrastructure/topology", "localstack/embedded")));

    private record Row(String modules, Set<String> mayKnow) {
        boolean isOf(String module) {
            return modules.endsWith("/") ? module.startsWith(modules) : module.equals(modules);
        }
    }

    @Test
    void every_module_is_in_the_table() {
        assertThat(Project.modules().filter(isOnTop().negate()))
                .allSatisfy(module ->
                        assertThat(TABLE).anySatisfy(row -> assertThat(row.isOf(module)).isTrue()));
    }

    @Test
    void a_module_depends_only_on_modules_that_its_row_names() {
        assertThat(
                        new TreeSet<>(
                                Project.modules()
                                        .filter(isOnTop().negate())
                                        .flatMap(WhoKnowsWhomTest::beyondItsRow)
                                        .collect(Collectors.toSet())))
                .isEmpty();
    }

    @Test
    void no_module_depends_on_proofs_benchmarks_or_tools() {
        var above =
                Project.modules()
                        .filter(isOnTop().negate())
                        .flatMap(module ->
                                Project.known(module).stream()
                                        .filter(isOnTop().or(other -> other.startsWith("tools/")))
                                        .map(other -> module + " -> " + other));

        assertThat(above).isEmpty();
    }

    private static Predicate<String> isOnTop() {
        return module -> TOP.stream().anyMatch(module::startsWith);
    }

    private static Stream<String> beyondItsRow(String module) {
        var allowed =
                TABLE.stream()
                        .filter(row -> row.isOf(module))
                        .findFirst()
                        .map(Row::mayKnow)
                        .orElse(Set.of());
        return Project.known(module).stream()
                .filter(other -> !allowed.contains(other))
                .map(other -> module + " -> " + other);
    }
}
