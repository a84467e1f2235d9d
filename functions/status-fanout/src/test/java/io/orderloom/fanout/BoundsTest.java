package io.orderloom.fanout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT26S"})
    void a_call_that_could_not_end_before_its_function_is_refused_at_the_start(Duration call) {
        assertThatThrownBy(() -> bounds("tell-one-within", call))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderloom.tell-one-within")
                .hasMessageContaining("at most 25 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P15D"})
    void a_wait_that_the_queue_would_not_outlast_is_refused_at_the_start(Duration wait) {
        assertThatThrownBy(() -> bounds("untold-after", wait))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderloom.untold-after");
    }

    private static Bounds bounds(String setting, Duration value) {
        return new Bounds(
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withDefaultValue("orderloom." + setting, value.toString())
                        .withMapping(FanoutSettings.class)
                        .build()
                        .getConfigMapping(FanoutSettings.class));
    }
}
