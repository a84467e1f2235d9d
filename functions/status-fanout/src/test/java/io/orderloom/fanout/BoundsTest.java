package io.orderloom.fanout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT26S"})
    void a_call_that_could_not_end_before_its_function_is_refused_at_the_start(Duration call) {
        assertThatThrownBy(() -> new Bounds(Duration.ofSeconds(5), call, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderloom.tell-one-within")
                .hasMessageContaining("at most 25 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P15D"})
    void a_wait_that_the_queue_would_not_outlast_is_refused_at_the_start(Duration wait) {
        assertThatThrownBy(() -> new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(10), wait))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderloom.untold-after");
    }
}
