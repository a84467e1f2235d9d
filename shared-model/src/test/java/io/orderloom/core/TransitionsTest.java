package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderStatesPage.Axis;
import io.orderloom.core.OrderStatus.Finance;
import io.orderloom.core.OrderStatus.Fulfilment;
import io.orderloom.core.OrderStatus.Intake;
import io.orderloom.core.OrderStatus.Payment;
import io.orderloom.core.OrderStatus.Refund;
import io.orderloom.core.OrderStatus.Returns;
import io.orderloom.core.OrderStatus.State;
import io.orderloom.sample.Pages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {
    /** States in which an order may stay for good. */
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
        // An order without goods starts in this state.
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
        assertThat(Transitions.from(Intake.HELD)).contains(Intake.ACCEPTED);
        assertThat(Transitions.from(Payment.AUTHORIZED)).contains(Payment.PAID, Payment.VOIDED);
        assertThat(Transitions.from(Fulfilment.OPEN)).contains(Fulfilment.SHIPPED);
        assertThat(Transitions.from(Fulfilment.DELIVERED)).contains(Fulfilment.PARTIALLY_SHIPPED);
        assertThat(Transitions.from(Finance.REJECTED)).contains(Finance.POSTED);
        assertThat(Transitions.from(Returns.REQUESTED)).contains(Returns.RETURNED);
        assertThat(Transitions.from(Refund.FAILED)).contains(Refund.REFUNDED);
    }

    @Test
    void illegal_moves_are_illegal() {
        assertThat(Transitions.from(Intake.CANCELLED)).isEmpty();
        assertThat(Transitions.from(Intake.ACCEPTED)).doesNotContain(Intake.EXPECTED);
        assertThat(Transitions.from(Payment.PAID))
                .doesNotContain(Payment.AUTHORIZED, Payment.PENDING);
        assertThat(Transitions.from(Fulfilment.SHIPPED))
                .doesNotContain(Fulfilment.OPEN, Fulfilment.CANCELLED);
        assertThat(Transitions.from(Finance.POSTED))
                .doesNotContain(Finance.TO_POST, Finance.REJECTED);
        assertThat(Transitions.from(Finance.CANCELLED)).isEmpty();
        assertThat(Transitions.from(Finance.EXEMPT)).isEmpty();
        assertThat(Transitions.from(Returns.RETURNED)).doesNotContain(Returns.NONE);
        assertThat(Transitions.from(Refund.REFUNDED)).doesNotContain(Refund.PENDING, Refund.FAILED);
        assertThat(Transitions.from(Refund.PENDING)).doesNotContain(Refund.NONE);
    }

    @Test
    void the_page_of_states_is_the_table() throws IOException {
        assertThat(Pages.committed("order-states.md", OrderStatesPage.text()))
                .as("docs/order-states.md; `make docs` prints it anew")
                .isEqualTo(OrderStatesPage.text());
    }
}
