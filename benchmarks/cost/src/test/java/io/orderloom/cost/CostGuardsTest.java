package io.orderloom.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostGuardsTest {
    private static final CostGuards GUARDS =
            new CostGuards(
                    Map.of(
                            Scenario.ALONE,
                            new CostGuards.Guard(new BigDecimal("2"), new BigDecimal("1.25"))));

    @TempDir Path root;

    private static Measured ten(Scenario scenario, long requests, String writeUnits) {
        var count = new Count(requests, 9, 0, new BigDecimal(writeUnits), BigDecimal.ZERO);
        return new Measured(
                scenario,
                10,
                new Consumption(
                        Map.of(new Metering.Key("normalize", "dynamodb", "PutItem"), count),
                        Map.of()));
    }

    private static List<String> passed(Measured measured) throws IOException {
        var prices = Prices.read(Path.of("../..").resolve(CostBench.PRICES));
        return GUARDS.passed(List.of(measured), prices);
    }

    @Test
    void an_order_at_its_guards_is_let_through() throws IOException {
        assertThat(passed(ten(Scenario.ALONE, 20, "20"))).isEmpty();
    }

    @Test
    void a_request_more_and_a_unit_more_are_named_with_the_line_that_forbids_them()
            throws IOException {
        assertThat(passed(ten(Scenario.ALONE, 21, "20")))
                .containsExactly(
                        "each-alone: requests is 2.10, guarded by 'requests' in benchmarks/cost/guards.json: 2");
        assertThat(passed(ten(Scenario.ALONE, 20, "21")))
                .containsExactly(
                        "each-alone: usdAMillion is 1.31, guarded by 'usdAMillion' in benchmarks/cost/guards.json: 1.25");
    }

    @Test
    void a_scenario_without_a_guard_may_cost_anything() throws IOException {
        assertThat(passed(ten(Scenario.FULL, 2_000, "9000"))).isEmpty();
    }

    @Test
    void the_guards_of_an_order_alone_and_of_a_whole_life_are_there() throws IOException {
        assertThat(CostGuards.read(Path.of("../..")).guards())
                .containsOnlyKeys(Scenario.ALONE, Scenario.WHOLE_LIFE);
    }

    @Test
    void a_guard_that_is_no_number_is_named() throws IOException {
        var file = root.resolve(CostGuards.FILE);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(
                file, "{\"each-alone\":{\"requests\":\"sixteen\",\"usdAMillion\":\"14\"}}");

        assertThatThrownBy(() -> CostGuards.read(root))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'requests' is no number");
    }
}
