package io.orderloom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

    @Test
    void orders_are_due_at_a_constant_rate() {
        var schedule = new RateSchedule(4, 3);

        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1)).isEqualTo(250_000_000);
        assertThat(schedule.dueNanos(2)).isEqualTo(500_000_000);
        assertThat(schedule.length()).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void a_rate_that_does_not_divide_a_second_does_not_drift() {
        var schedule = new RateSchedule(3, 30_000);

        assertThat(schedule.dueNanos(30_000)).isEqualTo(Duration.ofSeconds(10_000).toNanos());
    }

    @Test
    void a_phase_has_as_many_orders_as_are_due_in_its_time() {
        assertThat(RateSchedule.lasting(50, Duration.ofSeconds(20)).orders()).isEqualTo(1_000);
        assertThat(RateSchedule.lasting(0.5, Duration.ofSeconds(10)).orders()).isEqualTo(5);
    }

    @Test
    void a_phase_too_short_for_its_rate_still_has_one_order() {
        assertThat(RateSchedule.lasting(0.01, Duration.ofSeconds(1)).orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rate_that_is_no_positive_number_is_refused(double rate) {
        assertThatThrownBy(() -> new RateSchedule(rate, 1)).hasMessageContaining("rate");
    }
}
