package io.orderloom.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostFigureTest {
    private static CostFigure figure(String requests, String writeUnits) {
        return new CostFigure(
                new BigDecimal(requests), new BigDecimal(writeUnits), new BigDecimal("4"));
    }

    @Test
    void growth_of_up_to_a_twentieth_passes_and_more_fails() {
        var committed = figure("20", "13");

        assertThat(figure("21", "13").growth(committed)).isEmpty();
        assertThat(figure("21.01", "14").growth(committed))
                .containsExactly(
                        "requests 21.01, committed were 20.00",
                        "write units 14.00, committed were 13.00");
    }

    @Test
    void a_smaller_figure_is_never_growth() {
        assertThat(figure("1", "1").growth(figure("20", "13"))).isEmpty();
    }
}
