package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoResolutionTest {

    private record Told(OrderState state, List<OrderException> exceptions) {}

    private static Told tell(Fact... facts) {
        var state = OrderState.unheardOf(Samples.ORDER);
        var exceptions = new ArrayList<OrderException>();
        for (var fact : facts) {
            switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
                case Decision.Apply(var changeSet) -> {
                    state = OrderCore.evolve(state, changeSet);
                    exceptions.addAll(Consequences.exceptions(changeSet));
                }
                case Decision.Refuse(var exception) -> exceptions.add(exception);
            }
        }
        return new Told(state, exceptions);
    }

    private static Fact refused(String item) {
        var fault = new Fault.Rejected("unknown_item", item, "no item " + item);
        return new Fact.ErpRefused(
                new Provenance(
                        new FactKey(
                                "erp/sandbox",
                                Fact.ErpRefused.KIND,
                                Samples.ORDER.toString(),
                                "unknown_item:" + item),
                        Role.ERP,
                        Samples.NOW,
                        Samples.NOW,
                        Samples.CORRELATION),
                Samples.ORDER,
                fault);
    }

    private static Fact inDoubt() {
        return new Fact.ErpInDoubt(
                Samples.provenance("erp/sandbox", Fact.ErpInDoubt.KIND, Role.MIDDLEWARE),
                Samples.ORDER);
    }

    private static OrderException letter(String path) {
        return Exceptions.deadLetter(
                new OfDeadLetter("erp", "demo-shop:450789469/erp-post/1"),
                path,
                "given up",
                Samples.NOW,
                Samples.CORRELATION,
                Optional.empty());
    }

    @Test
    void a_refused_posting_stays_open_and_puts_the_order_at_risk() {
        var told = tell(Samples.placed(), refused("MUG"));

        var refusal = told.exceptions().getFirst();
        assertThat(AutoResolution.how(refusal, told.state())).isEmpty();
        assertThat(refusal.moneyAtRisk()).contains(Samples.usd("38.34"));
    }

    @Test
    void a_posting_settles_every_refusal_before_it_whatever_the_cause() {
        var told = tell(Samples.placed(), refused("MUG"), refused("TEA"), Samples.posted("38.34"));

        assertThat(told.exceptions()).hasSize(2);
        assertThat(told.exceptions())
                .allSatisfy(refusal ->
                        assertThat(AutoResolution.how(refusal, told.state()))
                                .contains("erp-post is no longer due"));
    }

    @Test
    void a_refused_order_that_is_cancelled_has_nothing_left_to_post() {
        var told = tell(Samples.placed(), refused("MUG"), Samples.cancelled());

        assertThat(AutoResolution.how(told.exceptions().getFirst(), told.state()))
                .contains("erp-post is no longer due");
    }

    @Test
    void a_doubt_is_settled_by_what_the_erp_has_and_by_nothing_else() {
        var refused = tell(Samples.placed(), inDoubt(), refused("MUG"), Samples.cancelled());
        var posted = tell(Samples.placed(), inDoubt(), Samples.posted("38.34"));
        var absent = tell(Samples.placed(), inDoubt(), Samples.cancelled(), Samples.skipped());

        var doubt = refused.exceptions().getFirst();
        assertThat(AutoResolution.how(doubt, refused.state())).isEmpty();
        assertThat(AutoResolution.how(refused.exceptions().get(1), refused.state()))
                .as("a refusal beside it, since the doubt has an exception of its own")
                .isPresent();
        assertThat(AutoResolution.how(doubt, posted.state())).isPresent();
        assertThat(AutoResolution.how(doubt, absent.state())).isPresent();
    }

    @Test
    void a_document_that_did_not_add_up_is_settled_by_the_one_that_does() {
        var wrong = Samples.placed(Samples.order(Samples.usd("38.35")));

        var told = tell(wrong);
        var corrected = tell(wrong, Samples.placed());

        assertThat(AutoResolution.how(told.exceptions().getFirst(), told.state())).isEmpty();
        assertThat(AutoResolution.how(corrected.exceptions().getFirst(), corrected.state()))
                .contains("the order was placed after all");
    }

    @Test
    void a_dead_letter_is_settled_when_its_task_was_done_by_another_message() {
        var placed = tell(Samples.placed()).state();
        var posted = tell(Samples.placed(), Samples.posted("38.34")).state();

        assertThat(AutoResolution.how(letter("erp-post"), placed)).isEmpty();
        assertThat(AutoResolution.how(letter("erp-post"), posted)).isPresent();
        assertThat(AutoResolution.how(letter("inbound"), posted)).isEmpty();
    }

    @Test
    void an_undelivered_event_of_a_refusal_is_still_owed_when_the_refusal_is_settled() {
        var told = tell(Samples.placed(), refused("MUG"), Samples.posted("38.34"));
        var refusal = told.exceptions().getFirst();
        var untold =
                Exceptions.untold(
                        new OfUntoldEvent(
                                Consequences.told(Samples.ORDER, refusal, 1).id(), "warehouse"),
                        "exception_opened",
                        new Fault.Rejected("gone", "warehouse", "HTTP 410"),
                        Samples.NOW,
                        Samples.CORRELATION);

        assertThat(AutoResolution.how(refusal, told.state())).isPresent();
        assertThat(AutoResolution.how(untold, told.state())).isEmpty();
        assertThat(AutoResolution.task(untold)).isEmpty();
    }
}
