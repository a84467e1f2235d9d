package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.order.Order;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Function;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Test orders raise no alarm, and their lost messages are found as those of any order. */
class TestOrderMeasuresTest {
    private static final Order REAL = Samples.order();
    private static final Order TEST = Samples.test(REAL);

    private final Shift shift = new Shift();

    @Test
    void overdue_work_of_a_test_order_is_sent_again_and_not_counted() {
        shift.told(Samples.placed(TEST));

        var found = shift.sendAgain();

        assertThat(found.orders()).isOne();
        assertThat(found.counted()).isZero();
        assertThat(found.oldest()).isZero();
    }

    @Test
    void overdue_work_of_any_other_order_is_counted() {
        shift.told(Samples.placed(REAL));

        var found = shift.sendAgain();

        assertThat(found.counted()).isOne();
        assertThat(found.oldest()).isGreaterThan(Duration.ofDays(1));
    }

    @Test
    void an_exception_of_a_test_order_is_open_and_not_counted_as_raised() {
        shift.told(Samples.placed(TEST));

        shift.told(Samples.placed(Samples.test(Samples.order(Samples.usd("38.30")))));

        assertThat(shift.open()).hasSize(1);
        assertThat(shift.measures(Function.NORMALIZE))
                .noneMatch(line -> line.contains("ExceptionsRaised"));
    }

    @Test
    void an_exception_of_any_other_order_is_counted_as_raised() {
        shift.told(Samples.placed(REAL));

        shift.told(Samples.placed(Samples.order(Samples.usd("38.30"))));

        assertThat(shift.measures(Function.NORMALIZE))
                .anyMatch(line -> line.contains("ExceptionsRaised"));
    }
}
