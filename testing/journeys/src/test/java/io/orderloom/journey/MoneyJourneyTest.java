package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money of an order that the shop tells of by topics of their own. */
class MoneyJourneyTest {
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

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 333)), 595);
    }

    private static byte[] transaction(long id, long order, String kind, String amount) {
        return """
        {"id": %d, "order_id": %d, "kind": "%s", "gateway": "bogus", "status": "success",
         "created_at": "2026-11-27T15:00:00Z", "amount": "%s", "currency": "USD",
         "admin_graphql_api_id": "gid://shopify/OrderTransaction/%d"}
        """
                .formatted(id, order, kind, amount, id)
                .getBytes(UTF_8);
    }

    private static byte[] refund(long id, long order, String status, String amount) {
        return """
        {"id": %d, "order_id": %d, "processed_at": "2026-11-28T09:00:00Z",
         "refund_line_items": [], "transactions": [
           {"kind": "refund", "status": "%s", "amount": "%s", "currency": "USD"}],
         "admin_graphql_api_id": "gid://shopify/Refund/%d"}
        """
                .formatted(id, order, status, amount, id)
                .getBytes(UTF_8);
    }

    @Test
    void money_given_back_in_the_shop_is_told_once_and_the_credit_note_is_left_to_a_person()
            throws Exception {
        var order = order(2_601);
        journey.deliver("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        for (int i = 0; i < 3; i++) {
            journey.deliver("refunds/create", refund(26_011, order.id(), "success", "7.50"));
        }

        var told = journey.await(order.id(), "refunded");
        assertThat(told.data().get("amount").asText()).isEqualTo("7.50");
        assertThat(told.data().get("refund").asText()).isEqualTo("26011");
        journey.await(order.id(), "exception_raised");
        assertThat(DeskProcess.say(journey.stack(), "exceptions").text())
                .contains("7.50 USD went back to the buyer, but 0.00 USD was credited");
        journey.awaitQuiet();
        assertThat(journey.kindsTold(order.id())).containsOnlyOnce("refunded");
        assertThat(DeskProcess.say(journey.stack(), "order", "ORDER=demo-shop:2601").text())
                .contains("given back   7.50 USD")
                .contains("erp-credit: 7.50 USD went back to the buyer")
                .contains("refund-settled 26011");
    }

    @Test
    void an_order_of_which_nothing_was_said_has_no_story() throws Exception {
        var said = DeskProcess.say(journey.stack(), "order", "ORDER=demo-shop:1");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("Nothing was ever said of demo-shop:1");
    }

    @Test
    void a_refund_and_a_payment_that_come_before_their_order_wait_for_it() throws Exception {
        var order = order(2_602);
        var total = order.totalAmount().toPlainString();
        journey.deliver("refunds/create", refund(26_021, order.id(), "success", total));
        journey.deliver(
                "order_transactions/create", transaction(26_022, order.id(), "sale", total));
        journey.awaitQuiet();
        assertThat(journey.told(order.id())).isEmpty();

        journey.deliver("orders/create", ShopifyPayload.created(order));

        var told = journey.await(order.id(), "refunded");
        assertThat(told.data().get("amount").asText()).isEqualTo(total);
        journey.await(order.id(), "posted");
    }

    @Test
    void a_refund_that_the_gateway_refused_is_a_named_exception() throws Exception {
        var order = order(2_603);
        journey.deliver("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        journey.deliver("refunds/create", refund(26_031, order.id(), "failure", "7.50"));

        journey.await(order.id(), "exception_raised");
        assertThat(DeskProcess.say(journey.stack(), "exceptions").text())
                .contains("the buyer is still owed 7.50 USD");
    }
}
