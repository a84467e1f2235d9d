package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.SandboxFault;
import io.orderloom.embedded.poller.RetryDelay;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An ERP that answers late, wrongly or not at all, and a function that dies while it waits for an
 * answer.
 */
class ErpTroubleTest {
    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws InterruptedException {
        journey =
                Journey.start(
                        Journey.options()
                                .data(data)
                                .concurrency(1)
                                .retryDelay(new RetryDelay.After(Duration.ofSeconds(1)))
                                .environment(Map.of("ORDERLOOM_LEASE", "3s"))
                                .build());
    }

    @AfterAll
    static void stop() {
        journey.close();
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111)), 595);
    }

    private static void send(SampleOrder order) throws Exception {
        var answer = journey.shop().send("orders/create", ShopifyPayload.created(order));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static void assertBookedOnce(SampleOrder order) {
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.total()).isEqualByComparingTo(order.totalAmount()));
    }

    @Test
    void a_function_killed_while_the_erp_books_leaves_one_document() throws Exception {
        var order = order(2_001);
        journey.stack().erp().failNext(1, new SandboxFault.SilentAfterBooking());
        send(order);
        Await.until(Journey.PATIENCE, () -> !journey.documents(order.id()).isEmpty());

        journey.stack().functions().kill(Function.ERP_POST);

        journey.await(order.id(), "posted");
        assertBookedOnce(order);
        assertThat(journey.kindsTold(order.id())).containsExactly("accepted", "posted");
    }

    @Test
    void an_answer_lost_after_the_booking_is_looked_up_and_adopted() throws Exception {
        var order = order(2_002);
        journey.stack().erp().failNext(1, new SandboxFault.BrokenAfterBooking());

        send(order);

        journey.await(order.id(), "posted");
        assertBookedOnce(order);
    }

    @Test
    void an_erp_that_is_down_for_a_while_is_called_again() throws Exception {
        var order = order(2_003);
        journey.stack().erp().failNext(2, new SandboxFault.Unavailable());

        send(order);

        journey.await(order.id(), "posted");
        assertBookedOnce(order);
    }

    @Test
    void an_erp_that_asks_for_a_pause_is_not_called_until_it_is_over() throws Exception {
        var order = order(2_004);
        var wait = Duration.ofSeconds(2);
        journey.stack().erp().failNext(1, new SandboxFault.RateLimited(wait));

        send(order);

        var accepted = journey.await(order.id(), "accepted");
        var posted = journey.await(order.id(), "posted");
        assertThat(Duration.between(accepted.receivedAt(), posted.receivedAt()))
                .isGreaterThan(wait.minusMillis(500));
        assertBookedOnce(order);
    }
}
