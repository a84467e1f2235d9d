package io.orderloom.core;

import static io.orderloom.fact.Units.of;
import static io.orderloom.sample.Samples.NOW;
import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.PROFILE;
import static io.orderloom.sample.Samples.edited;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.paid;
import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.erp.ErpDocument;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Role;
import io.orderloom.fact.TaxShare;
import io.orderloom.history.Run;
import io.orderloom.history.Story;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.Hold;
import io.orderloom.order.Quantity;
import io.orderloom.order.TaxLine.Collector;
import io.orderloom.task.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cases that happened in practice, exact to the cent and the unit. The sample order has two mugs of
 * 12.15 each and a tea of 8.64.
 */
class CasesTest {
    private static final Money TOTAL = money("38.34");
    private static final String FIRST = order().sourceRevision();

    private static Money money(String amount) {
        return usd(amount).transaction();
    }

    private static Story placed() {
        return new Story(ORDER, NOW).placed(order());
    }

    private static Story posted() {
        return placed().posted(TOTAL, FIRST);
    }

    private static Run run(Story story) {
        return Run.of(PROFILE, story.facts());
    }

    private static LineQuantities mugs(Run run) {
        return run.placed().quantities().getFirst();
    }

    private static Quantity units(long count) {
        return Quantity.of(count);
    }

    private static List<TaskKind> due(Run run) {
        return Due.of(run.placed()).stream().map(Due::task).toList();
    }

    private static List<Type> told(Run run) {
        return run.messages().values().stream()
                .flatMap(m ->
                        m instanceof PublishEvent(var e)
                                ? Stream.of(e.type())
                                : Stream.<Type>empty())
                .toList();
    }

    @Test
    void a_cancellation_after_the_shipment_becomes_a_return_request() {
        var run = run(posted().shipped("s1", of("1", 2)).cancelled(usd("38.34")));

        assertThat(mugs(run).cancelled()).isEqualTo(units(0));
        assertThat(mugs(run).toReturn()).isEqualTo(units(2));
        assertThat(due(run)).contains(TaskKind.RETURN);
        assertThat(run.placed().posting()).isInstanceOf(Posting.Posted.class);
    }

    @Test
    void when_two_units_are_cancelled_and_one_is_shipped_the_shipped_one_comes_back() {
        var run = run(posted().linesCancelled(of("1", 2)).shipped("s1", of("1", 1)));

        assertThat(mugs(run).cancelled()).isEqualTo(units(1));
        assertThat(mugs(run).toReturn()).isEqualTo(units(1));
        assertThat(mugs(run).toShip()).isEqualTo(units(0));
    }

    @Test
    void more_units_than_were_ordered_wait_for_the_edit_that_orders_them() {
        var early = run(posted().shipped("s1", of("1", 3)));
        var late = run(posted().shipped("s1", of("1", 3)).edited(edited(3)));

        assertThat(Uncovered.of(early.state()))
                .singleElement()
                .satisfies(w -> assertThat(w.path()).isEqualTo("lines[1].shipped"));
        assertThat(mugs(early).shipped()).isEqualTo(units(2));
        assertThat(Uncovered.of(late.state())).isEmpty();
        assertThat(mugs(late).shipped()).isEqualTo(units(3));
    }

    @Test
    void goods_that_are_invoiced_before_they_leave_wait_without_any_trouble() {
        var run = run(posted().invoiced(money("24.30"), money("5.40"), of("1", 2)));

        assertThat(Uncovered.of(run.state()))
                .singleElement()
                .satisfies(w -> assertThat(w.path()).isEqualTo("lines[1].invoiced"));
        assertThat(Uncovered.troubling(run.state())).isEmpty();
    }

    @Test
    void a_hold_waits_for_somebody_and_is_no_trouble() {
        var run = run(placed().held("h1", Hold.Kind.MANUAL));

        assertThat(Uncovered.of(run.state())).hasSize(1);
        assertThat(Uncovered.troubling(run.state())).isEmpty();
    }

    @Test
    void units_of_a_line_that_nobody_has_seen_wait_and_are_not_lost() {
        var run = run(posted().shipped("s1", of("99", 1)));

        assertThat(Uncovered.of(run.state()))
                .singleElement()
                .satisfies(w -> assertThat(w.path()).isEqualTo("lines[99].shipped"));
    }

    @Test
    void a_refund_before_its_capture_counts_when_the_capture_comes() {
        var story =
                new Story(ORDER, NOW)
                        .placed(paid("0.00"))
                        .refunded("f1", usd("38.34"), RefundCause.APPEASEMENT);
        var early = run(story);
        var late = run(story.captured("p1", usd("38.34")));

        assertThat(Derivation.STANDARD.refunded(early.placed())).isEqualTo(usd("0.00"));
        assertThat(Uncovered.of(early.state()))
                .containsExactly(
                        new Uncovered.Wait("refunds", "its capture", Optional.of(usd("38.34"))));
        assertThat(Derivation.STANDARD.refunded(late.placed())).isEqualTo(usd("38.34"));
        assertThat(Uncovered.of(late.state())).isEmpty();
    }

    @Test
    void a_gift_card_is_not_given_back_more_than_was_taken_from_it() {
        var run =
                run(
                        new Story(ORDER, NOW)
                                .placed(paid("0.00"))
                                .captured("gift-card", usd("10.00"))
                                .captured("card", usd("28.34"))
                                .refunded(
                                        "f1",
                                        usd("15.00"),
                                        Optional.of("gift-card"),
                                        RefundCause.RETURN,
                                        List.of()));

        assertThat(run.placed().refundable()).isEqualTo(usd("28.34"));
        assertThat(Uncovered.of(run.state()))
                .containsExactly(
                        new Uncovered.Wait("refunds", "its capture", Optional.of(usd("5.00"))));
    }

    @Test
    void the_same_refund_from_channel_and_gateway_is_the_same_money() {
        var run = run(posted().refunded("f1", usd("5.00"), RefundCause.APPEASEMENT));
        run.ingest(
                new Fact.RefundSettled(
                        new Provenance(
                                new FactKey("gateway", Fact.RefundSettled.KIND, "f1", "1"),
                                Role.PAYMENT,
                                NOW,
                                NOW,
                                "c"),
                        ORDER,
                        "f1",
                        usd("5.00")));

        assertThat(run.placed().refundable()).isEqualTo(usd("33.34"));
    }

    @Test
    void more_tax_given_back_than_was_charged_waits_for_its_charge() {
        var run =
                run(
                        posted().refunded(
                                        "f1",
                                        usd("10.00"),
                                        Optional.empty(),
                                        RefundCause.TAX,
                                        List.of(new TaxShare("NY State Tax", usd("3.00")))));

        assertThat(Uncovered.of(run.state()))
                .containsExactly(
                        new Uncovered.Wait(
                                "taxes[NY State Tax].refunded",
                                "its charge",
                                Optional.of(usd("0.16"))));
    }

    @Test
    void a_credit_for_units_that_never_left_waits() {
        var run = run(posted().credited(money("12.15"), of("1", 1)));

        assertThat(mugs(run).credited()).isEqualTo(units(0));
        assertThat(Uncovered.of(run.state()))
                .anySatisfy(w -> assertThat(w.path()).isEqualTo("lines[1].credited"));
    }

    @Test
    void invoices_of_partial_shipments_add_up_to_the_goods_and_leave_nothing_to_explain() {
        var run =
                run(
                        posted().shipped("s1", of("1", 1))
                                .invoiced(money("12.15"), money("5.40"), of("1", 1))
                                .shipped("s2", of("1", 1), of("2", 1))
                                .invoiced(money("20.79"), money("0.00"), of("1", 1), of("2", 1)));

        assertThat(InvoiceBalance.of(run.placed()))
                .isEqualTo(new InvoiceBalance(true, money("0.00")));
        assertThat(Uncovered.of(run.state())).isEmpty();
        assertThat(told(run)).contains(Type.COMPLETED);
        assertThat(StatusRules.of(run.state()).summary()).isEqualTo(OrderStatus.Summary.COMPLETED);
    }

    @Test
    void an_invoice_that_is_a_cent_off_is_named_with_its_cent() {
        var run =
                run(
                        posted().shipped("s1", of("1", 2))
                                .invoiced(money("24.31"), money("5.40"), of("1", 2)));

        assertThat(Uncovered.of(run.state()))
                .containsExactly(
                        new Uncovered.Wait(
                                "erp.invoices",
                                "an invoice or a credit note that explains the difference",
                                Optional.of(usd("0.01"))));
    }

    @Test
    void a_return_is_credited_at_what_its_units_were_sold_for() {
        var run =
                run(
                        posted().shipped("s1", of("1", 2), of("2", 1))
                                .invoiced(money("32.94"), money("5.40"), of("1", 2), of("2", 1))
                                .returned("r1", of("1", 1))
                                .credited(money("12.15"), of("1", 1)));

        assertThat(Derivation.STANDARD.shippedWorth(run.placed())).isEqualTo(usd("20.79"));
        assertThat(Uncovered.of(run.state())).isEmpty();
    }

    @Test
    void a_refund_without_a_credit_note_stays_due_until_there_is_one() {
        var story = posted().refunded("f1", usd("5.00"), RefundCause.APPEASEMENT);
        var before = due(run(story));
        var after = due(run(story.credited(money("5.00"))));

        assertThat(before).containsExactly(TaskKind.ERP_CREDIT);
        assertThat(after).isEmpty();
    }

    @Test
    void an_edit_after_posting_stays_due_at_the_erp_until_it_is_amended() {
        var story = posted().edited(edited(1));
        var before = run(story);
        var after = run(story.amended(money("26.19"), edited(1).sourceRevision(), 1));

        assertThat(due(before)).containsExactly(TaskKind.ERP_AMEND);
        assertThat(before.messages()).containsKey(ORDER + "/erp-amend/1");
        assertThat(due(after)).isEmpty();
        assertThat(after.placed().total()).isEqualTo(usd("26.19"));
    }

    @Test
    void the_later_of_two_edits_holds_whichever_came_last() {
        var run = run(posted().edited(edited(3)).edited(edited(1)));

        assertThat(run.placed().total()).isEqualTo(usd("50.49"));
        assertThat(mugs(run).ordered()).isEqualTo(units(3));
    }

    @Test
    void a_fact_in_another_currency_is_an_exception_and_writes_nothing_else() {
        var before = run(posted());
        var after = run(posted().captured("p1", Amount.same(Money.of("5.00", "EUR"))));

        assertThat(after.exceptions())
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.type()).isEqualTo(OrderException.Type.MONEY);
                    assertThat(e.path()).isEqualTo("currency");
                    assertThat(e.detail()).contains("5.00 EUR", "USD");
                });
        assertThat(after.placed().payments()).isEqualTo(before.placed().payments());
    }

    @Test
    void a_refused_posting_is_settled_by_the_one_that_succeeds() {
        var run = run(placed().refused().posted(TOTAL, FIRST));

        assertThat(told(run))
                .contains(Type.REJECTED, Type.EXCEPTION_RAISED, Type.EXCEPTION_RESOLVED);
        assertThat(run.placed().posting()).isInstanceOf(Posting.Posted.class);
    }

    @Test
    void a_refund_that_failed_and_then_came_is_settled_and_its_exception_resolved() {
        var run =
                run(
                        posted().refundPending("f1", usd("5.00"))
                                .refundFailed("f1", usd("5.00"))
                                .refunded("f1", usd("5.00"), RefundCause.APPEASEMENT));

        assertThat(StatusRules.of(run.state()).refund())
                .isEqualTo(OrderStatus.Refund.PARTIALLY_REFUNDED);
        assertThat(told(run)).contains(Type.EXCEPTION_RAISED, Type.EXCEPTION_RESOLVED);
    }

    @Test
    void an_older_statement_about_a_refund_does_not_undo_that_it_was_settled() {
        var run =
                run(
                        posted().refunded("f1", usd("38.34"), RefundCause.APPEASEMENT)
                                .refundPending("f1", usd("38.34")));

        assertThat(StatusRules.of(run.state()).refund()).isEqualTo(OrderStatus.Refund.REFUNDED);
    }

    @Test
    void two_documents_for_one_order_are_an_exception() {
        var run = run(posted());
        var other =
                new Fact.ErpPosted(
                        new Provenance(
                                new FactKey("erp/other", Fact.ErpPosted.KIND, "1", "1"),
                                Role.ERP,
                                NOW,
                                NOW,
                                "c"),
                        ORDER,
                        new ErpDocument(
                                new ExternalReference("other", "sales-order", "SO-2"),
                                "SO-2",
                                TOTAL,
                                ErpDocument.State.CONFIRMED),
                        TOTAL,
                        FIRST);

        run.ingest(other);

        assertThat(run.exceptions())
                .singleElement()
                .satisfies(e -> assertThat(e.path()).isEqualTo("erp.documents"));
    }

    @Test
    void a_held_order_asks_the_erp_again_when_it_is_released() {
        var story = placed().held("h1", Hold.Kind.FRAUD);
        boolean held = run(story).placed().held();
        var run = run(story.released("h1"));

        assertThat(held).isTrue();
        assertThat(run.placed().held()).isFalse();
        assertThat(run.messages()).containsKeys(ORDER + "/erp-post/1", ORDER + "/erp-post/2");
        assertThat(told(run)).contains(Type.HELD, Type.RELEASED);
    }

    @Test
    void a_release_that_overtakes_its_hold_releases_it() {
        var facts = placed().held("h1", Hold.Kind.FRAUD).released("h1").facts();

        var run = Run.of(PROFILE, List.of(facts.get(2), facts.get(0), facts.get(1)));

        assertThat(run.placed().held()).isFalse();
    }

    @Test
    void tax_that_the_marketplace_collects_is_the_marketplaces_to_adjust() {
        var adjusted =
                new ProcessFact.TaxAdjusted(
                        new Provenance(
                                new FactKey("tax/main", ProcessFact.TaxAdjusted.KIND, "1", "1"),
                                Role.TAX_ENGINE,
                                NOW,
                                NOW,
                                "c"),
                        ORDER,
                        "NY State Tax",
                        usd("0.10"),
                        Collector.MARKETPLACE);

        var decision = OrderCore.decide(run(placed()).state(), adjusted, PROFILE);

        assertThat(((Decision.Refuse) decision).exception().detail()).contains("MARKETPLACE");
    }

    @Test
    void a_warehouse_can_not_say_what_was_captured() {
        var captured =
                new PaymentFact.PaymentCaptured(
                        new Provenance(
                                new FactKey("wms/main", PaymentFact.PaymentCaptured.KIND, "1", "1"),
                                Role.WAREHOUSE,
                                NOW,
                                NOW,
                                "c"),
                        ORDER,
                        "p1",
                        usd("38.34"));

        var decision = OrderCore.decide(OrderState.unheardOf(ORDER), captured, PROFILE);

        assertThat(((Decision.Refuse) decision).exception().type())
                .isEqualTo(OrderException.Type.OWNERSHIP);
    }

    @Test
    void each_capture_of_a_cancelled_order_requests_a_refund() {
        var run =
                run(
                        new Story(ORDER, NOW)
                                .placed(paid("0.00"))
                                .cancelled(usd("0.00"))
                                .skipped()
                                .captured("p1", usd("30.00"))
                                .captured("p2", usd("8.34")));

        assertThat(run.messages()).containsKeys(ORDER + "/refund/1", ORDER + "/refund/2");
        assertThat(run.placed().refundDue()).isEqualTo(RefundDue.REQUESTED);
        assertThat(run.placed().refundable()).isEqualTo(usd("38.34"));
    }

    @Test
    void stock_on_order_becomes_stock_set_aside_when_it_comes() {
        var story = posted().backordered(of("1", 2)).allocated(of("2", 1));
        var before = mugs(run(story));
        var after = mugs(run(story.allocated(of("1", 2))));

        assertThat(before.backordered()).isEqualTo(units(2));
        assertThat(after.backordered()).isEqualTo(units(0));
        assertThat(after.allocated()).isEqualTo(units(2));
    }

    @Test
    void personal_data_is_erased_and_the_order_goes_on() {
        Placed placed = run(posted().erased()).placed();

        assertThat(placed.erased()).isTrue();
        assertThat(placed.posting()).isInstanceOf(Posting.Posted.class);
    }
}
