package io.orderloom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.sample.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreBenchTest {

    @Test
    void the_measured_order_has_twenty_lines_and_is_one_that_the_core_accepts() {
        assertThat(LargeOrder.placed().lines()).hasSize(20);
        assertThat(LargeOrder.after(1).version()).isEqualTo(1);
    }

    @Test
    void the_measured_order_goes_on_ingesting_facts() {
        var state = LargeOrder.after(50);

        var decision = OrderCore.decide(state, LargeOrder.shipped(), Samples.PROFILE);

        assertThat(state.version()).isEqualTo(50);
        assertThat(decision).isInstanceOf(Decision.Apply.class);
    }

    @Test
    void a_decision_that_takes_more_memory_the_longer_an_order_lives_is_not_flat() {
        var flat = List.of(cost(1, 128), cost(10_000, 352));
        var growing = List.of(cost(1, 128), cost(10_000, 128 + 4 * 9_999));

        assertThat(CallCost.flat(flat, "decide")).isTrue();
        assertThat(CallCost.flat(growing, "decide")).isFalse();
        assertThat(CallCost.growth(growing, "decide")).isEqualTo(4);
    }

    @Test
    void the_table_has_a_row_for_each_length_of_history() {
        assertThat(CallCost.table(List.of(cost(10_000, 1040))))
                .endsWith("| decide | 10,000 | 1.50 ± 0.10 | 1,040 |\n");
    }

    @Test
    void only_what_is_between_the_marks_is_replaced() {
        var page = "a\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nb\n";

        assertThat(GeneratedSection.replaced(page, "new\n"))
                .isEqualTo("a\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nb\n");
        assertThatThrownBy(() -> GeneratedSection.replaced("a", "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measured: begin");
    }

    private static CallCost cost(int facts, double bytes) {
        return new CallCost("decide", facts, 1.5, 0.1, bytes);
    }
}
