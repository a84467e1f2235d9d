package io.orderloom.embedded.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Packaging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order asks no more of SQS and DynamoDB than is committed in docs/cost-figures.json. */
class CostGuardTest {
    private static final Path ROOT = Path.of(System.getProperty("orderloom.root", "../.."));

    /** How a batch's orders share requests is chance, and chance only ever adds. */
    private static final int RUNS = 5;

    @TempDir Path data;

    @Test
    void no_scenario_needs_a_twentieth_more_than_is_committed() throws Exception {
        var committed = CommittedFigures.read(ROOT);

        var grown = List.<String>of();
        var least = new EnumMap<Scenario, Figure>(Scenario.class);
        for (int run = 0; run < RUNS && (run == 0 || !grown.isEmpty()); run++) {
            for (var measured : measurement(run).all()) {
                least.merge(measured.scenario(), measured.figure(), Figure::least);
            }
            grown = grown(committed, least);
        }

        assertThat(grown)
                .as("if this growth is meant, run make cost and commit what it writes")
                .isEmpty();
    }

    private Measurement measurement(int run) {
        // As many as are committed for: an order's part of what all of them share depends on it.
        return new Measurement(
                ROOT, data.resolve("run-" + run), Packaging.JVM, 1, Cost.ORDERS, _ -> {});
    }

    private static List<String> grown(
            Map<Scenario, Figure> committed, Map<Scenario, Figure> measured) {
        var grown = new ArrayList<String>();
        measured.forEach((scenario, figure) -> {
            for (var what : figure.growth(committed.getOrDefault(scenario, figure))) {
                grown.add("%s: %s".formatted(scenario.label(), what));
            }
        });
        return grown;
    }
}
