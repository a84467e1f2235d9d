package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A posting that is still in doubt when its attempts are used up. */
class DoubtGivenUpTest {
    private static final Duration UNTIL_GIVEN_UP = Duration.ofHours(4);
    private static final Duration A_WHILE = Duration.ofHours(1);

    private final Shift shift = new Shift();

    @BeforeEach
    void a_post_is_lost_and_then_nothing_can_be_looked_up() {
        shift.erp.posts.add(new Fault.InDoubt("no answer"));
        shift.erp.blind = Optional.of(new Fault.Transient("HTTP 502"));
    }

    private void givenUp() {
        shift.told(Samples.placed());
        shift.passes(UNTIL_GIVEN_UP);
        assertThat(shift.open()).hasSize(1);
    }

    private Optional<ErpDocument> document() {
        return Optional.ofNullable(shift.erp.books.get(Shift.DOCUMENT));
    }

    @Test
    void an_order_in_doubt_that_is_cancelled_is_cancelled_in_the_erp_before_its_money_goes_back() {
        shift.erp.booksAllTheSame = true;
        givenUp();

        shift.told(Samples.cancelled());
        shift.passes(Duration.ofMinutes(3));

        assertThat(shift.refunds.given).isEmpty();
        shift.sweep();
        assertThat(shift.open()).hasSize(1);

        shift.erp.blind = Optional.empty();
        shift.passes(A_WHILE);
        shift.sweep();

        assertThat(document()).map(ErpDocument::state).contains(State.CANCELLED);
        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void an_order_in_doubt_that_is_cancelled_and_never_reached_the_erp_is_never_booked() {
        givenUp();
        shift.erp.blind = Optional.empty();

        shift.told(Samples.cancelled());
        shift.passes(A_WHILE);
        shift.sweep();

        assertThat(document()).isEmpty();
        assertThat(shift.erp.calls).containsOnlyOnce("post");
        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void resolving_a_doubt_looks_the_document_up_and_does_not_post() {
        shift.erp.booksAllTheSame = true;
        givenUp();
        shift.erp.blind = Optional.empty();

        shift.resolve();
        shift.passes(A_WHILE);

        assertThat(document()).map(ErpDocument::state).contains(State.CONFIRMED);
        assertThat(shift.erp.calls).containsOnlyOnce("post");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_document_of_another_total_is_neither_adopted_nor_doubled() {
        shift.told(Samples.placed());
        shift.erp.enter(Shift.DOCUMENT, "38.00", State.CONFIRMED);
        shift.erp.blind = Optional.empty();

        shift.passes(A_WHILE);
        shift.told(Samples.cancelled());
        shift.passes(A_WHILE);
        shift.sweep();

        assertThat(shift.erp.calls).containsOnlyOnce("post").doesNotContain("cancel");
        assertThat(shift.refunds.given).isEmpty();
        assertThat(shift.open())
                .singleElement()
                .extracting(OrderException::detail)
                .asString()
                .contains("38.00 USD", "38.34 USD");
    }

    @Test
    void a_half_finished_document_is_finished() {
        shift.told(Samples.placed());
        shift.erp.enter(Shift.DOCUMENT, "22.50", State.DRAFT);
        shift.erp.blind = Optional.empty();

        shift.passes(A_WHILE);

        assertThat(document()).map(ErpDocument::state).contains(State.CONFIRMED);
        assertThat(document().orElseThrow().total()).hasToString("38.34 USD");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_document_that_was_booked_is_adopted_as_it_is_after_personal_data_was_erased() {
        shift.erp.booksAllTheSame = true;
        shift.told(Samples.placed());
        shift.passes(Duration.ofMinutes(2));

        shift.told(
                new ProcessFact.Erased(
                        Samples.provenance("desk", ProcessFact.Erased.KIND, Role.MIDDLEWARE),
                        Samples.ORDER));
        shift.erp.blind = Optional.empty();
        shift.passes(A_WHILE);

        assertThat(shift.erp.calls).containsOnlyOnce("post");
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void the_outcome_of_later_attempts_does_not_end_the_doubt_about_the_first() {
        shift.told(Samples.placed());
        shift.passes(Duration.ofSeconds(1));
        shift.erp.blind = Optional.empty();
        shift.erp.posts.add(new Fault.Rejected("period_closed", "2026-11", "is closed"));
        shift.passes(A_WHILE);
        assertThat(shift.open()).hasSize(1);
        // The document becomes visible in the ERP only now.
        shift.erp.enter(Shift.DOCUMENT, "38.34", State.CONFIRMED);

        shift.told(Samples.cancelled());
        shift.passes(A_WHILE);
        shift.sweep();

        assertThat(document()).map(ErpDocument::state).contains(State.CANCELLED);
        assertThat(shift.refunds.given).hasSize(1);
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void no_other_fact_ends_a_doubt() {
        givenUp();
        var edited =
                new Fact.OrderEdited(
                        Samples.provenance(
                                "shopify/demo-shop", Fact.OrderEdited.KIND, Role.COMMERCE),
                        Samples.edited(1));

        shift.told(edited);
        shift.passes(A_WHILE);
        shift.sweep();

        assertThat(shift.open()).hasSize(1);
    }
}
