package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Later documents of an order: it is paid, edited or only touched. */
class RevisionJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws Exception {
        journey = Journey.start(Journey.options().data(data).build());
    }

    @AfterAll
    static void stop() {
        journey.close();
    }

    /** Three mugs at 12.50 with their tax, and shipping. */
    private static SampleOrder order(long id) {
        return new SampleOrder(id, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 0)), 595);
    }

    private static String total(SampleOrder order) {
        return order.totalAmount().toPlainString();
    }

    /** The total after the edit. */
    private static String left(SampleOrder order) {
        return order.totalAmount().subtract(new BigDecimal("13.50")).toPlainString();
    }

    private static byte[] changed(SampleOrder order, int hour, Consumer<ObjectNode> change) {
        try {
            var body = (ObjectNode) JSON.readTree(ShopifyPayload.created(order));
            body.put("updated_at", "2026-11-02T%02d:00:00-05:00".formatted(hour));
            change.accept(body);
            return body.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpaid(ObjectNode body) {
        body.put("financial_status", "pending")
                .put("total_outstanding", body.path("total_price").asText());
    }

    /** An edit takes one mug off, and no money moves. */
    private static void edited(ObjectNode body) {
        var refund = body.withArray("refunds").addObject().put("id", body.path("id").asLong() * 7);
        refund.putArray("transactions");
        refund.putArray("refund_line_items")
                .addObject()
                .put("id", 1)
                .put("line_item_id", body.path("id").asLong() * 10)
                .put("quantity", 1)
                .put("restock_type", "no_restock")
                .put("subtotal", "12.50")
                .put("total_tax", "1.00");
    }

    private static String story(SampleOrder order) throws Exception {
        return DeskProcess.say(journey.stack(), "order", "ORDER=demo-shop:" + order.id()).text();
    }

    @Test
    void an_unpaid_order_is_held_by_name_and_booked_once_when_it_is_paid() throws Exception {
        var order = order(2_701);
        journey.deliver("orders/create", changed(order, 10, RevisionJourneyTest::unpaid));
        var held = journey.await(order.id(), "held");
        journey.awaitQuiet();
        assertThat(held.data().get("hold").asText()).isEqualTo("payment");
        assertThat(journey.documents(order.id())).isEmpty();
        assertThat(story(order)).contains("the buyer's money or an authorization of it");

        for (int i = 0; i < 2; i++) {
            journey.deliver("orders/paid", changed(order, 12, body -> {}));
        }

        journey.await(order.id(), "posted");
        journey.awaitQuiet();
        assertThat(journey.kindsTold(order.id()))
                .containsExactlyInAnyOrder("accepted", "held", "released", "posted");
        assertThat(journey.documents(order.id())).hasSize(1);
    }

    @Test
    void an_order_that_is_edited_while_it_is_held_is_booked_as_it_was_edited() throws Exception {
        var order = order(2_702);
        journey.deliver("orders/create", changed(order, 10, RevisionJourneyTest::unpaid));
        journey.await(order.id(), "held");
        journey.deliver(
                "orders/edited",
                changed(
                        order,
                        11,
                        body -> {
                            unpaid(body);
                            edited(body);
                            body.put("total_outstanding", left(order));
                        }));
        journey.await(order.id(), "changed");

        journey.deliver("orders/paid", changed(order, 12, RevisionJourneyTest::edited));

        var posted = journey.await(order.id(), "posted");
        assertThat(posted.data().get("erpTotal").asText()).isEqualTo(left(order));
        journey.awaitQuiet();
        assertThat(journey.documents(order.id())).hasSize(1);
    }

    @Test
    void an_edit_after_posting_is_told_once_and_left_to_a_person_by_name() throws Exception {
        var order = order(2_703);
        journey.deliver("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        for (int i = 0; i < 2; i++) {
            journey.deliver("orders/updated", changed(order, 13, RevisionJourneyTest::edited));
        }

        var changed = journey.await(order.id(), "changed");
        assertThat(changed.data().get("total").asText()).isEqualTo(left(order));
        journey.await(order.id(), "exception_raised");
        journey.awaitQuiet();
        assertThat(journey.kindsTold(order.id())).containsOnlyOnce("changed");
        assertThat(story(order)).contains("erp-amend").contains("does not show all that changed");
    }

    @Test
    void a_document_that_says_nothing_new_leaves_no_trace_but_its_payload() throws Exception {
        var order = order(2_704);
        journey.deliver("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");
        journey.awaitQuiet();
        var before = journey.items(order.id());

        journey.deliver("orders/updated", changed(order, 14, body -> body.put("note", "a gift")));
        journey.awaitQuiet();

        assertThat(journey.items(order.id())).isEqualTo(before);
        assertThat(journey.payloads(order.id())).isEqualTo(2);
    }

    @Test
    void a_refund_that_the_shop_has_under_way_is_not_given_a_second_time() throws Exception {
        var order = order(2_705);
        journey.deliver("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        journey.deliver(
                "orders/cancelled",
                changed(
                        order,
                        15,
                        body -> {
                            body.put("cancelled_at", "2026-11-02T15:00:00-05:00")
                                    .put("cancel_reason", "customer");
                            body.withArray("refunds")
                                    .addObject()
                                    .put("id", 27_051)
                                    .putArray("transactions")
                                    .addObject()
                                    .put("kind", "refund")
                                    .put("status", "pending")
                                    .put("amount", total(order))
                                    .put("currency", "USD");
                        }));

        journey.await(order.id(), "erp_cancelled");
        journey.awaitQuiet();
        assertThat(journey.stack().shop().refunds(Long.toString(order.id()))).isEmpty();
        assertThat(story(order)).contains("on its way");
    }
}
