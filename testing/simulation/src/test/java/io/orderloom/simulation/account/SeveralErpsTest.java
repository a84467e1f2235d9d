package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.erp.ExternalId;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.money.Ledger;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two ERPs of one kind: {@code us}, in which the shop's orders are booked, and {@code eu}. */
class SeveralErpsTest {
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final OrderId OF_THE_EU = new OrderId("eu-shop", "7");

    private final ScriptedErps erps =
            new ScriptedErps(EnumSet.of(ErpCapability.AMEND, ErpCapability.CREDIT));
    private final ScriptedErp us = erps.get("us");
    private final ScriptedErp eu = erps.get("eu");
    private final Shift shift = shift("us", erps);

    /**
     * @param ofTheShop the ERP that the settings now name for the demo shop
     */
    private static Shift shift(String ofTheShop, ScriptedErps erps) {
        return new Shift(
                Map.of(
                        "orderloom.erp",
                        "us",
                        "orderloom.erps",
                        """
                        {"us": {"type": "scripted"}, "eu": {"type": "scripted"}}\
                        """,
                        "orderloom.channels",
                        """
                        {"demo-shop": {"type": "shopify", "secrets": ["one"], "erp": "%s"},
                         "eu-shop": {"type": "shopify", "secrets": ["two"], "erp": "eu"}}\
                        """
                                .formatted(ofTheShop)),
                Optional.of(erps),
                List.of());
    }

    private static PostingProfile bookedIn(String erp) {
        return new PostingProfile(Ledger.SETTLEMENT, TestOrders.NOT_BOOKED, Optional.of(erp));
    }

    private static Fact.OrderPlaced placedInTheEu() {
        var like = Samples.order();
        return new Fact.OrderPlaced(
                new Provenance(
                        new FactKey("shopify/eu-shop", Fact.OrderPlaced.KIND, "7", "1"),
                        Role.COMMERCE,
                        Samples.NOW,
                        Samples.NOW,
                        "eu"),
                new Order(
                        OF_THE_EU,
                        like.channel(),
                        like.references(),
                        like.sourceRevision(),
                        like.placedAt(),
                        like.sellingZone(),
                        like.businessDate(),
                        like.flags(),
                        like.customer(),
                        like.lines(),
                        like.discounts(),
                        like.shippingCharges(),
                        like.fulfilmentGroups(),
                        like.orderTaxLines(),
                        like.paymentStatus(),
                        like.captured(),
                        like.declared()));
    }

    private static Optional<ErpDocument.State> state(ScriptedErp erp) {
        return Optional.ofNullable(erp.books.get(Shift.DOCUMENT)).map(ErpDocument::state);
    }

    @Test
    void each_order_is_booked_and_cancelled_in_the_erp_that_it_was_placed_for() {
        shift.told(Samples.placed(), bookedIn("us"));
        shift.told(placedInTheEu(), bookedIn("eu"));
        shift.passes(A_WHILE);

        shift.told(Samples.cancelled(), bookedIn("us"));
        shift.passes(A_WHILE);

        assertThat(us.books).containsOnlyKeys(Shift.DOCUMENT);
        assertThat(state(us)).contains(State.CANCELLED);
        assertThat(eu.books).containsOnlyKeys(ExternalId.salesOrder(OF_THE_EU));
        assertThat(eu.calls).containsExactly("post");
        assertThat(shift.refunds.given).hasSize(1);
    }

    @Test
    void settings_that_name_another_erp_move_no_order_that_is_under_way() {
        var later = shift("eu", erps);
        later.told(Samples.placed(), bookedIn("us"));
        later.passes(A_WHILE);

        later.told(Samples.cancelled(), bookedIn("eu"));
        later.passes(A_WHILE);

        assertThat(state(us)).contains(State.CANCELLED);
        assertThat(eu.calls).isEmpty();
    }

    @Test
    void a_lost_answer_is_looked_up_where_the_post_was_sent() {
        us.posts.add(new Fault.InDoubt("no answer"));
        us.booksAllTheSame = true;

        shift.told(Samples.placed(), bookedIn("us"));
        shift.passes(A_WHILE);

        assertThat(us.calls).containsExactly("post", "find");
        assertThat(eu.calls).isEmpty();
    }

    @Test
    void an_order_that_was_placed_before_erps_had_names_belongs_to_the_default_erp() {
        shift.told(Samples.placed());
        shift.passes(A_WHILE);

        assertThat(state(us)).contains(State.CONFIRMED);
        assertThat(eu.calls).isEmpty();
    }

    @Test
    void an_erp_that_refuses_our_key_holds_up_no_order_of_another() {
        us.always = Optional.of(new Fault.Unauthorized("HTTP 401"));

        shift.told(Samples.placed(), bookedIn("us"));
        shift.passes(Duration.ofMinutes(1));
        shift.told(placedInTheEu(), bookedIn("eu"));
        shift.passes(Duration.ofSeconds(5));

        assertThat(eu.books).hasSize(1);
        assertThat(shift.circuit("us")).isEqualTo("open");
        assertThat(shift.circuit("eu")).isNotEqualTo("open");
        assertThat(shift.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.partition()).isEqualTo("ACCOUNT#us"));
    }

    @Test
    void an_order_whose_erp_is_not_configured_any_more_waits() {
        shift.told(Samples.placed(), bookedIn("gone"));
        shift.passes(A_WHILE);

        assertThat(us.calls).isEmpty();
        assertThat(eu.calls).isEmpty();
        assertThat(shift.open()).isEmpty();
    }

    @Test
    void a_cancellation_that_an_erp_can_not_do_is_left_to_a_person_and_found_when_done() {
        var unable = new ScriptedErps(EnumSet.of(ErpCapability.CANCEL));
        var own = shift("us", unable);
        own.told(Samples.placed(), bookedIn("us"));
        own.passes(A_WHILE);
        own.told(Samples.cancelled(), bookedIn("us"));
        own.passes(A_WHILE);
        assertThat(unable.get("us").calls).doesNotContain("cancel");
        assertThat(own.open())
                .singleElement()
                .extracting(OrderException::detail)
                .asString()
                .contains("cancel it in the ERP, then resolve this");

        unable.get("us").enter(Shift.DOCUMENT, "38.34", State.CANCELLED);
        own.resolve();
        own.passes(A_WHILE);

        assertThat(own.refunds.given).hasSize(1);
    }
}
