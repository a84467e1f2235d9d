package io.orderloom.core;

import static io.orderloom.sample.Samples.PROFILE;
import static io.orderloom.sample.Samples.edited;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.Order;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestatedTest {
    private static final Instant LATER = Instant.parse("2026-11-02T18:00:00Z");

    @Test
    void a_document_that_was_only_touched_says_nothing_new() {
        assertThat(Restated.of(stored(order()), again(at(order(), LATER)))).isEmpty();
    }

    @Test
    void a_document_with_other_lines_is_an_edit_under_the_key_of_its_revision() {
        var news = Restated.of(stored(order()), again(at(edited(3), LATER)));

        assertThat(news.map(fact -> fact.provenance().key().toString()))
                .contains("shopify/demo-shop|order-edited|450789469|2026-11-02T18:00:00Z");
        assertThat(news.map(fact -> fact.provenance().occurredAt())).contains(LATER);
    }

    @Test
    void an_edit_that_was_taken_in_says_the_same_again_and_nothing_under_a_later_touch() {
        var edit = again(at(edited(3), LATER));
        var after = after(stored(order()), edit);

        assertThat(Restated.of(after, edit)).isEqualTo(Restated.of(stored(order()), edit));
        assertThat(Restated.of(after, again(at(edited(3), LATER.plusSeconds(60))))).isEmpty();
    }

    @Test
    void an_older_document_after_a_newer_one_changes_nothing_that_holds() {
        var newest = after(stored(order()), again(at(edited(3), LATER)));

        var older = after(newest, again(at(edited(1), LATER.minusSeconds(60))));

        assertThat(older.head()).isEqualTo(newest.head());
        assertThat(older.total()).isEqualTo(newest.total());
        assertThat(older.quantities()).isEqualTo(newest.quantities());
    }

    @Test
    void a_document_that_only_says_that_it_is_paid_is_no_edit() {
        var before = stored(paid("0.00"));

        var news = Restated.of(before, again(at(order(), LATER)));

        assertThat(news).containsInstanceOf(PaymentFact.PaymentStated.class);
        var after = (Placed) decided(before, news.orElseThrow());
        assertThat(StatusRules.of(after).payment()).isEqualTo(OrderStatus.Payment.PAID);
        assertThat(after.tally(EventCount.EDITS)).isZero();
        assertThat(after.head()).isEqualTo(before.head());
    }

    @Test
    void an_older_statement_about_the_payment_says_nothing_new() {
        var paid = after(stored(paid("0.00")), again(at(order(), LATER)));

        assertThat(Restated.of(paid, again(at(paid("0.00"), LATER.minusSeconds(60))))).isEmpty();
    }

    private static Placed stored(Order order) {
        return (Placed) decided(OrderState.unheardOf(order.id()), again(order));
    }

    private static Placed after(Placed before, Fact.OrderPlaced again) {
        return (Placed)
                Restated.of(before, again).map(fact -> decided(before, fact)).orElse(before);
    }

    private static OrderState decided(OrderState state, Fact fact) {
        return switch (OrderCore.decide(state, fact, PROFILE)) {
            case Decision.Apply(var changeSet) -> OrderCore.evolve(state, changeSet);
            case Decision.Refuse(var exception) -> throw new AssertionError(exception);
        };
    }

    private static Fact.OrderPlaced again(Order order) {
        return new Fact.OrderPlaced(
                new Provenance(
                        new FactKey(
                                "shopify/demo-shop",
                                Fact.OrderPlaced.KIND,
                                order.id().channelOrderId(),
                                "1"),
                        Role.COMMERCE,
                        order.placedAt(),
                        order.placedAt(),
                        "c"),
                order);
    }

    private static Order at(Order o, Instant updated) {
        return new Order(
                o.id(),
                o.channel(),
                o.references(),
                updated.toString(),
                o.placedAt(),
                o.sellingZone(),
                o.businessDate(),
                o.flags(),
                o.customer(),
                o.lines(),
                o.discounts(),
                o.shippingCharges(),
                o.fulfilmentGroups(),
                o.orderTaxLines(),
                o.paymentStatus(),
                o.captured(),
                o.declared());
    }
}
