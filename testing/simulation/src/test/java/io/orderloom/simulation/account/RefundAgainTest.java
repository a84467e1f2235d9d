package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.Refunds;
import io.orderloom.exception.OrderException;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Refunds that fail, or that take days. */
class RefundAgainTest {
    private final Shift shift = new Shift();

    private void cancelled() {
        shift.told(Samples.placed());
        shift.passes(Duration.ofMinutes(1));
        shift.told(Samples.cancelled());
    }

    private void pending() {
        shift.refunds.always = Optional.of(new Refunds.Pending("777", Money.of("38.34", "USD")));
        cancelled();
    }

    @Test
    void a_refund_that_failed_is_asked_for_again_by_a_person() {
        shift.refunds.always =
                Optional.of(
                        new Refunds.Failed(new Fault.Rejected("too_old", "payment", "too old")));
        cancelled();
        shift.passes(Duration.ofHours(1));
        assertThat(shift.open())
                .extracting(OrderException::path)
                .containsExactly("too_old:payment");
        shift.refunds.always = Optional.empty();

        shift.resolve();
        shift.passes(Duration.ofHours(1));

        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_refund_that_fails_again_is_the_same_exception_opened_anew() {
        shift.refunds.always =
                Optional.of(
                        new Refunds.Failed(new Fault.Rejected("too_old", "payment", "too old")));
        cancelled();
        shift.passes(Duration.ofHours(1));

        shift.resolve();
        shift.passes(Duration.ofHours(1));

        assertThat(shift.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.value().life().openings()).isEqualTo(2));
    }

    @Test
    void a_refund_that_is_on_its_way_for_two_days_is_waited_for_and_is_no_failure() {
        pending();
        shift.passes(Duration.ofDays(2));
        assertThat(shift.open()).isEmpty();
        assertThat(shift.refunds.requests).hasSizeBetween(3, 60);

        shift.refunds.always = Optional.empty();
        shift.passes(Duration.ofHours(2));

        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_refund_that_has_not_ended_after_days_is_an_exception() {
        pending();

        shift.passes(Duration.ofDays(4));

        assertThat(shift.open())
                .singleElement()
                .extracting(OrderException::detail)
                .asString()
                .contains("refund 777 of 38.34 USD is on its way");
        assertThat(shift.refunds.given).isEmpty();
    }
}
