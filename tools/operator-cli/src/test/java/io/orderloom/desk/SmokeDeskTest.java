package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The last step is printed only for subscribers that want test orders. */
class SmokeDeskTest {
    private static final Duration AFTER = Duration.ofMillis(2_340);

    @Test
    void where_nobody_asks_for_test_orders_it_does_not_say_that_somebody_was_told() {
        assertThat(SmokeDesk.told(Optional.of(0), AFTER))
                .isEqualTo("  told: nobody asks for test orders");
    }

    @Test
    void where_somebody_asks_or_everybody_was_told_it_says_after_how_long() {
        assertThat(SmokeDesk.told(Optional.of(2), AFTER)).isEqualTo("  told     after 2.3 s");
        assertThat(SmokeDesk.told(Optional.empty(), AFTER)).isEqualTo("  told     after 2.3 s");
    }
}
