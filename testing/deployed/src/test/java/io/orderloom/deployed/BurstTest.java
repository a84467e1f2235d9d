package io.orderloom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "4, true", "5, false", "10, false"})
    void a_burst_reaches_what_one_process_may_use_and_never_passes_the_limit(
            int mostAtOnce, boolean kept) {
        assertThat(Burst.kept(mostAtOnce)).isEqualTo(kept);
    }
}
