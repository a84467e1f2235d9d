package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.shopify.AdminFault;
import io.orderloom.embedded.shopify.ShopRefund;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that are cancelled after they were booked and paid, under faults of the shop's API. */
class RefundJourneyTest {
    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws Exception {
        journey =
                Journey.start(
                        Journey.options()
                                .data(data)
                                .environment(Map.of("ORDERLOOM_LEASE", "5s"))
                                .build());
    }

    @AfterAll
    static void stop() {
        journey.close();
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 333)), 595);
    }

    @Test
    void a_cancelled_order_is_cancelled_in_the_erp_and_its_money_given_back_once()
            throws Exception {
        var order = booked(2_001);

        for (int i = 0; i < 3; i++) {
            journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));
        }

        var told = journey.await(order.id(), "refunded");
        var refund = theOneRefund(order);
        assertThat(told.data().get("refund").asText()).isEqualTo(Long.toString(refund.id()));
        assertThat(told.data().get("amount").asText())
                .isEqualTo(order.totalAmount().toPlainString());
        assertThat(refund.note()).contains("customer").contains("demo-shop:2001/refund/1");
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.cancelled()).isTrue());
    }

    @Test
    void a_refund_whose_answer_was_lost_is_found_and_not_made_again() throws Exception {
        var order = booked(2_002);
        journey.stack().shop().failNext(1, new AdminFault.BrokenAfterRefund());

        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));

        journey.await(order.id(), "refunded");
        theOneRefund(order);
    }

    @Test
    void a_refund_that_was_never_answered_is_found_and_not_made_again() throws Exception {
        var order = booked(2_003);
        journey.stack().shop().failNext(1, new AdminFault.SilentAfterRefund());

        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));

        journey.await(order.id(), "refunded");
        theOneRefund(order);
    }

    @Test
    void a_throttled_or_broken_shop_is_called_again_until_it_refunds() throws Exception {
        var order = booked(2_004);
        journey.stack().shop().failNext(1, new AdminFault.Throttled(Duration.ofSeconds(2)));
        journey.stack().shop().failNext(1, new AdminFault.Unavailable());

        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));

        journey.await(order.id(), "refunded");
        theOneRefund(order);
    }

    private static SampleOrder booked(long id) throws Exception {
        var order = order(id);
        journey.shop().send("orders/create", ShopifyPayload.created(order));
        journey.await(id, "posted");
        return order;
    }

    private static ShopRefund theOneRefund(SampleOrder order) {
        var refunds = journey.stack().shop().refunds(Long.toString(order.id()));
        assertThat(refunds)
                .singleElement()
                .satisfies(refund ->
                        assertThat(refund.amount()).isEqualByComparingTo(order.totalAmount()));
        return refunds.getFirst();
    }
}
