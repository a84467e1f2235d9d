package io.orderloom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {

    @ParameterizedTest(name = "of a machine that carries {0} orders a second")
    @ValueSource(doubles = {2, 17, 59, 60, 61, 100, 148, 950})
    void the_search_ends_just_below_the_rate_that_the_machine_carries(double capacity) {
        var search = RateSearch.from(60);
        int steps = 0;
        while (!search.over()) {
            search = search.after(search.rate() <= capacity);
            steps++;
        }

        assertThat(search.low().orElseThrow())
                .isLessThanOrEqualTo(capacity)
                .isGreaterThan(capacity * 0.7);
        assertThat(steps).isLessThan(20);
    }

    @Test
    void the_search_raises_a_rate_that_is_kept_up_and_goes_half_way_back_when_it_is_not() {
        var kept = RateSearch.from(100).after(true);
        var overrun = kept.after(false);

        assertThat(kept.rate()).isEqualTo(125);
        assertThat(overrun.rate()).isBetween(111.0, 112.0);
    }

    @Test
    void the_search_gives_up_on_a_machine_that_keeps_up_no_rate() {
        var search = RateSearch.from(60);
        while (!search.over()) {
            search = search.after(false);
        }

        assertThat(search.low()).isEmpty();
        assertThat(search.rate()).isLessThan(1);
    }
}
