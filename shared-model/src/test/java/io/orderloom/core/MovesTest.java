package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Axes.Finance;
import io.orderloom.core.Axes.Fulfilment;
import io.orderloom.core.Axes.Intake;
import io.orderloom.core.Axes.Payment;
import io.orderloom.core.Axes.Refund;
import io.orderloom.core.Axes.Returns;
import io.orderloom.core.Axes.State;
import io.orderloom.core.OrderStatesPage.Axis;
import io.orderloom.sample.Pages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovesTest {
    /** Where an order may stay for good. */
    private static final Set<State> ENDS =
            Set.of(
                    Intake.ACCEPTED,
                    Intake.CANCELLED,
                    Payment.PAID,
                    Payment.VOIDED,
                    Fulfilment.DELIVERED,
                    Fulfilment.CANCELLED,
                    Finance.INVOICED,
                    Finance.CANCELLED,
                    Finance.EXEMPT,
                    Finance.SKIPPED,
                    Returns.RETURNED,
                    Refund.REFUNDED);

    static List<Axis> axes() {
        return OrderStatesPage.AXES;
    }

    @ParameterizedTest
    @MethodSource("axes")
    void every_state_can_be_reached(Axis axis) {
        var reached = reached(axis, axis.first());
        // An order without goods starts there.
        reached.add(Fulfilment.NONE);

        assertThat(reached).containsAll(axis.states());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void every_state_can_finish(Axis axis) {
        assertThat(axis.states())
                .allSatisfy(state -> assertThat(reached(axis, state)).containsAnyElementsOf(ENDS));
    }

    private static Set<State> reached(Axis axis, State from) {
        var seen = new HashSet<State>(Set.of(from));
        var open = new ArrayDeque<State>(seen);
        while (!open.isEmpty()) {
            axis.from(open.pop()).stream().filter(seen::add).forEach(open::push);
        }
        return seen;
    }

    @Test
    void legal_moves_are_legal() {
        assertThat(Moves.from(Intake.HELD)).contains(Intake.ACCEPTED);
        assertThat(Moves.from(Payment.AUTHORIZED)).contains(Payment.PAID, Payment.VOIDED);
        assertThat(Moves.from(Fulfilment.OPEN)).contains(Fulfilment.SHIPPED);
        assertThat(Moves.from(Fulfilment.DELIVERED)).contains(Fulfilment.PARTIALLY_SHIPPED);
        assertThat(Moves.from(Finance.REJECTED)).contains(Finance.POSTED);
        assertThat(Moves.from(Returns.REQUESTED)).contains(Returns.RETURNED);
        assertThat(Moves.from(Refund.FAILED)).contains(Refund.REFUNDED);
    }

    @Test
    void illegal_moves_are_illegal() {
        assertThat(Moves.from(Intake.CANCELLED)).isEmpty();
        assertThat(Moves.from(Intake.ACCEPTED)).doesNotContain(Intake.EXPECTED);
        assertThat(Moves.from(Payment.PAID)).doesNotContain(Payment.AUTHORIZED, Payment.PENDING);
        assertThat(Moves.from(Fulfilment.SHIPPED))
                .doesNotContain(Fulfilment.OPEN, Fulfilment.CANCELLED);
        assertThat(Moves.from(Finance.POSTED)).doesNotContain(Finance.TO_POST, Finance.REJECTED);
        assertThat(Moves.from(Finance.CANCELLED)).isEmpty();
        assertThat(Moves.from(Finance.EXEMPT)).isEmpty();
        assertThat(Moves.from(Returns.RETURNED)).doesNotContain(Returns.NONE);
        assertThat(Moves.from(Refund.REFUNDED)).doesNotContain(Refund.PENDING, Refund.FAILED);
        assertThat(Moves.from(Refund.PENDING)).doesNotContain(Refund.NONE);
    }

    @Test
    void the_page_of_states_is_the_table() throws IOException {
        assertThat(Pages.committed("order-states.md", OrderStatesPage.text()))
                .as("docs/order-states.md; `make docs` prints it anew")
                .isEqualTo(OrderStatesPage.text());
    }
}
