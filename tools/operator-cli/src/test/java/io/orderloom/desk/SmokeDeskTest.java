package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The last step is printed only for subscribers that want test orders. */
class SmokeDeskTest {
    private static final Duration AFTER = Duration.ofMillis(2_340);

    @Test
    void without_a_subscriber_for_test_orders_the_report_says_so() {
        assertThat(SmokeDesk.told(Optional.of(0), AFTER))
                .isEqualTo("  told: nobody asks for test orders");
    }

    @Test
    void with_subscribers_for_test_orders_the_report_says_how_long_it_took() {
        assertThat(SmokeDesk.told(Optional.of(2), AFTER)).isEqualTo("  told     after 2.3 s");
        assertThat(SmokeDesk.told(Optional.empty(), AFTER)).isEqualTo("  told     after 2.3 s");
    }
}
