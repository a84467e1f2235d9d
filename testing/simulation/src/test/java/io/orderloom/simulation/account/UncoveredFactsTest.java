package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Fingerprint.OfUncovered;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.PaymentFact.PaymentCaptured;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.Order;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts of a placed order that wait too long for a fact that covers them raise an exception. */
class UncoveredFactsTest {
    private static final Duration TOO_LONG = Duration.ofMinutes(31);

    private final Shift shift = new Shift();

    @Test
    void a_refund_above_what_was_captured_is_an_exception_that_names_what_it_waits_for() {
        refundedAboveCapture(Samples.order());

        shift.sendAgain();

        assertThat(uncovered())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.fingerprint()).isEqualTo(new OfUncovered(Samples.ORDER));
                    assertThat(open.detail()).contains("refunds waits for its capture");
                    assertThat(open.moneyAtRisk()).contains(Samples.usd("11.66"));
                    assertThat(open.counts()).isTrue();
                });
    }

    @Test
    void the_exception_is_raised_once_however_often_the_sweep_runs() {
        refundedAboveCapture(Samples.order());
        shift.sendAgain();

        shift.sendAgain();

        assertThat(shift.kept())
                .filteredOn(kept -> kept.value().what().fingerprint() instanceof OfUncovered)
                .singleElement()
                .matches(kept -> kept.value().life().met().times() == 1);
    }

    @Test
    void the_exception_is_resolved_when_another_fact_covers_the_excess() {
        refundedAboveCapture(Samples.order());
        shift.sendAgain();

        shift.told(captured("50.00"));
        shift.sweep();

        assertThat(uncovered()).isEmpty();
    }

    @Test
    void the_exception_stays_open_while_a_part_is_uncovered() {
        refundedAboveCapture(Samples.order());
        shift.sendAgain();

        shift.told(captured("49.99"));
        shift.sweep();

        assertThat(uncovered()).hasSize(1);
    }

    @Test
    void no_exception_is_raised_for_a_fact_that_was_stated_just_now_although_the_order_is_old() {
        shift.told(Samples.placed());
        shift.passes(TOO_LONG);
        shift.told(refunded(Instant.parse("2026-11-25T10:31:00Z")));

        shift.passes(Duration.ofMinutes(1));
        shift.sendAgain();
        var early = uncovered();
        shift.passes(TOO_LONG);
        shift.sendAgain();

        assertThat(early).isEmpty();
        assertThat(uncovered()).hasSize(1);
    }

    @Test
    void an_excess_that_is_covered_in_time_is_never_an_exception() {
        refundedAboveCapture(Samples.order());
        shift.told(captured("50.00"));

        shift.passes(TOO_LONG);
        shift.sendAgain();

        assertThat(uncovered()).isEmpty();
    }

    @Test
    void the_exception_of_a_test_order_is_marked_and_not_counted() {
        refundedAboveCapture(Samples.test(Samples.order()));

        shift.sendAgain();

        assertThat(uncovered()).singleElement().matches(open -> !open.counts());
    }

    private void refundedAboveCapture(Order order) {
        shift.told(Samples.placed(order));
        shift.told(Samples.refunded("r-1", "50.00"));
        shift.passes(TOO_LONG);
    }

    private List<OrderException> uncovered() {
        return shift.open().stream()
                .filter(open -> open.fingerprint() instanceof OfUncovered)
                .toList();
    }

    private static Fact captured(String amount) {
        return new PaymentCaptured(
                Samples.provenance("gateway", PaymentCaptured.KIND, Role.PAYMENT),
                Samples.ORDER,
                "p1",
                Samples.usd(amount));
    }

    private static Fact refunded(Instant recordedAt) {
        return new Fact.RefundSettled(
                new Provenance(
                        new FactKey("shopify/demo-shop", Fact.RefundSettled.KIND, "r-1", "1"),
                        Role.PAYMENT,
                        recordedAt,
                        recordedAt,
                        Samples.CORRELATION),
                Samples.ORDER,
                "r-1",
                Samples.usd("50.00"));
    }
}
