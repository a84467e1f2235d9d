package io.orderloom.core;

import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.PROFILE;
import static io.orderloom.sample.Samples.cancelled;
import static io.orderloom.sample.Samples.erpCancelled;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.paid;
import static io.orderloom.sample.Samples.placed;
import static io.orderloom.sample.Samples.posted;
import static io.orderloom.sample.Samples.refundPending;
import static io.orderloom.sample.Samples.refunded;
import static io.orderloom.sample.Samples.skipped;
import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.Compensate.Step;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderCoreTest {

    @Test
    void a_placed_order_is_accepted_published_and_sent_to_the_erp() {
        var fact = placed();

        var history = History.of(fact);

        assertThat(history.messages()).containsExactly("tell ACCEPTED", "post");
        assertThat(history.placed().posting()).isEqualTo(new Posting.Requested());
        assertThat(history.placed().quantities())
                .allMatch(line -> line.open().equals(line.ordered()));
    }

    @Test
    void an_order_whose_lines_do_not_add_up_is_refused_with_field_and_difference() {
        var off = placed(order(usd("38.30")));

        var decision = OrderCore.decide(OrderState.unheardOf(ORDER), off, PROFILE);

        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        var exception = ((Decision.Refuse) decision).exception();
        assertThat(exception.type()).isEqualTo(OrderException.Type.MONEY);
        assertThat(exception.path()).isEqualTo("total");
        assertThat(exception.detail()).contains("38.30 USD", "38.34 USD", "-0.04 USD");
    }

    @Test
    void a_fact_that_its_source_does_not_own_is_refused() {
        var fromErp =
                new Fact.OrderPlaced(
                        new Provenance(
                                new FactKey("erp/sandbox", Fact.OrderPlaced.KIND, "1", "1"),
                                Role.ERP,
                                Samples.NOW,
                                Samples.NOW,
                                "c"),
                        order());

        var decision = OrderCore.decide(OrderState.unheardOf(ORDER), fromErp, PROFILE);

        assertThat(((Decision.Refuse) decision).exception().type())
                .isEqualTo(OrderException.Type.OWNERSHIP);
    }

    @Test
    void a_posted_order_is_published() {
        var history = History.of(placed(), posted("38.34"));

        assertThat(history.messages()).containsExactly("tell ACCEPTED", "post", "tell POSTED");
    }

    @Test
    void an_erp_document_of_another_total_is_an_exception() {
        var history = History.of(placed(), posted("38.33"));

        assertThat(history.messages()).contains("tell POSTED", "tell EXCEPTION_RAISED");
        assertThat(history.exceptions())
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).contains("38.33 USD", "38.34 USD"));
    }

    @Test
    void a_cancelled_order_is_undone_in_the_erp_and_then_refunded() {
        var history =
                History.of(
                        placed(),
                        posted("38.34"),
                        cancelled(),
                        erpCancelled(),
                        refunded("r1", "38.34"));

        assertThat(history.messages())
                .containsExactly(
                        "tell ACCEPTED",
                        "post",
                        "tell POSTED",
                        "tell CANCELLED",
                        "compensate CANCEL_IN_ERP",
                        "tell ERP_CANCELLED",
                        "compensate REFUND",
                        "tell REFUNDED");
        assertThat(history.placed().refundDue()).isEqualTo(RefundDue.SETTLED);
        assertThat(history.placed().refundable()).isEqualTo(usd("0.00"));
        assertThat(history.placed().quantities()).allMatch(line -> line.active().isZero());
    }

    @Test
    void a_cancellation_that_overtakes_its_order_waits_for_it() {
        var early = History.of(cancelled());

        var whole = early.then(placed(), skipped());

        assertThat(early.messages()).isEmpty();
        assertThat(whole.messages())
                .containsExactly("tell ACCEPTED", "post", "tell CANCELLED", "compensate REFUND");
        assertThat(whole.placed().posting()).isEqualTo(new Posting.Skipped());
    }

    @Test
    void an_order_cancelled_while_the_erp_is_being_asked_is_cancelled_there_afterwards() {
        var history = History.of(placed(), cancelled(), posted("38.34"));

        assertThat(history.messages())
                .containsExactly(
                        "tell ACCEPTED",
                        "post",
                        "tell CANCELLED",
                        "tell POSTED",
                        "compensate CANCEL_IN_ERP");
    }

    @Test
    void a_refund_that_the_channel_states_is_not_given_again() {
        var history =
                History.of(
                        placed(),
                        posted("38.34"),
                        refunded("r1", "38.34"),
                        cancelled(),
                        erpCancelled());

        assertThat(history.placed().refundDue()).isEqualTo(RefundDue.SETTLED);
        assertThat(Due.of(history.placed())).isEmpty();
    }

    @Test
    void a_cancellation_after_a_partial_refund_asks_a_person() {
        var history =
                History.of(
                        placed(),
                        posted("38.34"),
                        refunded("r1", "5.00"),
                        cancelled(),
                        erpCancelled());

        assertThat(history.placed().refundDue()).isEqualTo(RefundDue.ASKED);
        assertThat(Due.of(history.placed()))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.task()).isEqualTo(TaskKind.REFUND);
                    assertThat(due.moneyAtRisk()).contains(usd("33.34"));
                });
    }

    @Test
    void a_refund_that_is_on_its_way_is_not_given_a_second_time() {
        var history =
                History.of(
                        placed(),
                        posted("38.34"),
                        refundPending("r1", "38.34"),
                        cancelled(),
                        erpCancelled());

        assertThat(history.placed().refundDue()).isEqualTo(RefundDue.UNDER_WAY);
        assertThat(DueWork.signals(history.placed())).isEmpty();
    }

    @Test
    void a_refund_on_its_way_of_less_than_was_taken_leaves_the_rest_due() {
        var history =
                History.of(
                        placed(),
                        posted("38.34"),
                        refundPending("r1", "8.34"),
                        cancelled(),
                        erpCancelled());

        assertThat(history.placed().refundDue()).isEqualTo(RefundDue.REQUESTED);
    }

    @Test
    void a_person_is_asked_where_giving_money_back_is_left_to_the_channel() {
        var asked = cancelledUnder(PostingProfile.Refunds.AS_THE_CHANNEL_DID);

        assertThat(asked.refundDue()).isEqualTo(RefundDue.ASKED);
        assertThat(DueWork.signals(asked)).isEmpty();
        assertThat(Due.of(asked))
                .singleElement()
                .satisfies(due -> assertThat(due.cause()).contains("somebody has to say whether"));
    }

    private static Placed cancelledUnder(PostingProfile.Refunds refunds) {
        var profile =
                new PostingProfile(
                        PROFILE.ledger(),
                        PROFILE.testOrders(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(refunds));
        return History.under(profile, placed(), posted("38.34"), cancelled(), erpCancelled())
                .placed();
    }

    @Test
    void nobody_is_asked_where_refunds_are_made_elsewhere() {
        var elsewhere = cancelledUnder(PostingProfile.Refunds.NEVER);

        assertThat(elsewhere.refundDue()).isEqualTo(RefundDue.NOT_DECIDED);
        assertThat(Due.of(elsewhere)).isEmpty();
    }

    @Test
    void a_refund_of_more_than_was_captured_waits_for_its_capture() {
        var history = History.of(placed(paid("30.00")), posted("38.34"), refunded("r1", "38.34"));

        assertThat(history.placed().refundable()).isEqualTo(usd("0.00"));
        assertThat(Uncovered.of(history.state()))
                .containsExactly(
                        new Uncovered.Wait("refunds", "its capture", Optional.of(usd("8.34"))));
    }

    @Test
    void an_order_that_the_erp_refuses_is_an_exception_with_its_reason() {
        var refused =
                new Fact.ErpRefused(
                        Samples.provenance("erp/sandbox", Fact.ErpRefused.KIND, Role.ERP),
                        ORDER,
                        new Fault.Rejected("unknown_item", "TEA-07", "item TEA-07 is unknown"));

        var history = History.of(placed(), refused);

        assertThat(history.exceptions())
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.path()).isEqualTo("unknown_item:TEA-07");
                    assertThat(e.owner()).isEqualTo(OrderException.Owner.ERP_TEAM);
                });
        assertThat(history.messages()).contains("tell REJECTED", "tell EXCEPTION_RAISED");
    }

    @Test
    void replaying_the_log_gives_the_state() {
        var history = History.of(placed(), cancelled(), posted("38.34"), erpCancelled());

        var replayed = OrderState.unheardOf(ORDER);
        for (var changeSet : history.log()) {
            replayed = OrderCore.evolve(replayed, changeSet);
        }

        assertThat(replayed).isEqualTo(history.state());
        assertThat(replayed.version()).isEqualTo(4);
    }

    /** An order and everything that happened to it. */
    private record History(OrderState state, List<ChangeSet> log) {

        static History of(Fact... facts) {
            return under(PROFILE, facts);
        }

        static History under(PostingProfile profile, Fact... facts) {
            return new History(OrderState.unheardOf(ORDER), List.of()).then(profile, facts);
        }

        History then(Fact... facts) {
            return then(PROFILE, facts);
        }

        private History then(PostingProfile profile, Fact... facts) {
            var order = state;
            var all = new ArrayList<>(log);
            for (var fact : facts) {
                var decision = OrderCore.decide(order, fact, profile);
                assertThat(decision).isInstanceOf(Decision.Apply.class);
                var changeSet = ((Decision.Apply) decision).changeSet();
                all.add(changeSet);
                order = OrderCore.evolve(order, changeSet);
            }
            return new History(order, all);
        }

        Placed placed() {
            return (Placed) state;
        }

        List<OrderException> exceptions() {
            return log.stream().flatMap(set -> Consequences.exceptions(set).stream()).toList();
        }

        List<String> messages() {
            return log.stream()
                    .flatMap(set -> Consequences.of(set).stream())
                    .map(History::name)
                    .toList();
        }

        private static String name(Message message) {
            return switch (message) {
                case Message.PostOrder _ -> "post";
                case Message.AmendOrder _ -> "amend";
                case Message.CreditOrder _ -> "credit";
                case Message.Compensate(_, _, _, Step step) -> "compensate " + step;
                case Message.PublishEvent(var event) -> "tell " + name(event.type());
                case Message.DeliverEvent one -> "tell one " + name(one.event().type());
            };
        }

        private static String name(Type type) {
            return type.name();
        }
    }
}
