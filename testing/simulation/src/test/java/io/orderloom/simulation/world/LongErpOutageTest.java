package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.world.LongErpOutage.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongErpOutageTest {
    private static final Plan FOUR_HOURS = new Plan(1, Duration.ofHours(4), 6, 8);

    @Test
    void orders_that_waited_for_hours_are_booked_once_with_few_calls_and_refunds_come_first() {
        var ended = LongErpOutage.run(FOUR_HOURS);

        assertThat(ended.findings().all()).isEmpty();
        assertThat(ended.waited()).isEqualTo(4 * 60 * FOUR_HOURS.perMinute());
        assertThat(ended.mostInFlight()).isLessThanOrEqualTo(FOUR_HOURS.slots());
        assertThat(ended.refundsFirst()).isTrue();
    }
}
