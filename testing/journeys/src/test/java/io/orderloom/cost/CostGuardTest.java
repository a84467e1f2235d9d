package io.orderloom.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Packaging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that an order makes no more requests to SQS and DynamoDB than docs/cost-figures.json
 * states.
 */
class CostGuardTest {
    private static final Path ROOT = Path.of(System.getProperty("orderloom.root", "../.."));

    /** How the orders of a batch share requests varies by chance, and chance only adds requests. */
    private static final int RUNS = 5;

    @TempDir Path data;

    @Test
    void no_scenario_needs_a_twentieth_more_than_is_committed() throws Exception {
        var committed = CommittedFigures.read(ROOT);

        var prices = Prices.read(ROOT.resolve(CostBench.PRICES));
        var guards = CostGuards.read(ROOT);
        var grown = List.<String>of();
        var least = new EnumMap<Scenario, CostFigure>(Scenario.class);
        for (int run = 0; run < RUNS && (run == 0 || !grown.isEmpty()); run++) {
            var all = measurement(run).all();
            for (var measured : all) {
                least.merge(measured.scenario(), measured.figure(), CostFigure::least);
            }
            grown = new ArrayList<>(grown(committed, least));
            grown.addAll(guards.passed(all, prices));
        }

        assertThat(grown)
                .as("if this growth is meant, run make cost and commit what it writes")
                .isEmpty();
    }

    private Measurement measurement(int run) {
        // The same number of orders as for the stated figures, since each order's part of the
        // shared requests depends on it.
        return new Measurement(
                ROOT, data.resolve("run-" + run), Packaging.JVM, 1, CostBench.ORDERS, _ -> {});
    }

    private static List<String> grown(
            Map<Scenario, CostFigure> committed, Map<Scenario, CostFigure> measured) {
        var grown = new ArrayList<String>();
        measured.forEach((scenario, figure) -> {
            for (var what : figure.growth(committed.getOrDefault(scenario, figure))) {
                grown.add("%s: %s".formatted(scenario.label(), what));
            }
        });
        return grown;
    }
}
