package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Fingerprint.OfMissingOrder;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Role;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts that wait too long for their order raise an exception. */
class MissingOrderTest {
    private final Shift shift = new Shift();

    @Test
    void facts_whose_order_does_not_come_are_an_exception_that_names_them() {
        shift.told(Samples.refunded("r-1", "10.00"));

        shift.sendAgain();

        assertThat(shift.open())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.fingerprint()).isEqualTo(new OfMissingOrder(Samples.ORDER));
                    assertThat(open.detail()).contains("refund-settled").contains("r-1");
                });
    }

    @Test
    void the_exception_is_raised_once_however_often_the_sweep_runs() {
        shift.told(Samples.refunded("r-1", "10.00"));
        shift.sendAgain();

        shift.sendAgain();

        assertThat(shift.kept())
                .singleElement()
                .matches(kept -> kept.value().life().met().times() == 1);
    }

    @Test
    void another_fact_of_the_same_missing_order_is_the_same_exception() {
        shift.told(Samples.refunded("r-1", "10.00"));
        shift.sendAgain();
        shift.told(Samples.refunded("r-2", "5.00"));

        shift.sendAgain();

        assertThat(shift.open())
                .extracting(OrderException::fingerprint)
                .containsExactly(new OfMissingOrder(Samples.ORDER));
    }

    @Test
    void the_exception_is_resolved_when_the_order_arrives() {
        shift.told(Samples.refunded("r-1", "10.00"));
        shift.sendAgain();

        shift.told(Samples.placed());
        shift.passes(Duration.ofMinutes(1));
        shift.sweep();

        assertThat(shift.open()).isEmpty();
    }

    @Test
    void no_exception_is_raised_while_the_order_may_be_on_its_way() {
        var patient = new Shift(Map.of("orderloom.due-after", "876000h"));
        patient.told(Samples.refunded("r-1", "10.00"));

        patient.sendAgain();

        assertThat(patient.open()).isEmpty();
    }

    @Test
    void an_order_that_was_erased_before_it_arrived_is_no_missing_order() {
        shift.told(erased());

        shift.sendAgain();

        assertThat(shift.open()).isEmpty();
    }

    private static ProcessFact.Erased erased() {
        return new ProcessFact.Erased(
                Samples.provenance("orderloom/desk", ProcessFact.Erased.KIND, Role.MIDDLEWARE),
                Samples.ORDER);
    }
}
