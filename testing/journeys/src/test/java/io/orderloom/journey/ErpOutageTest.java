package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.embedded.erp.SandboxFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ERP that is down while orders keep coming in. */
class ErpOutageTest {
    private static final int ORDERS = 40;

    /**
     * The circuit breaker closes half a minute after it opened, and then the calls resume
     * gradually.
     */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws InterruptedException {
        journey =
                Journey.start(
                        Journey.options()
                                .erp(new ErpChoice.Sandbox(PostingRules.DEFAULT))
                                .data(data)
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

    private static List<SampleOrder> waiting() {
        return LongStream.range(0, ORDERS).mapToObj(i -> order(4_100 + i)).toList();
    }

    private static long booked() {
        return waiting().stream().filter(o -> !journey.documents(o.id()).isEmpty()).count();
    }

    @Test
    void many_orders_wait_with_few_calls_then_all_are_booked_once_and_a_cancellation_first()
            throws Exception {
        var erp = journey.stack().erp();
        var before = order(4_001);
        journey.shop().send("orders/create", ShopifyPayload.created(before));
        journey.await(before.id(), "posted");
        var doubtful = order(4_002);
        erp.failNext(1, new SandboxFault.BrokenAfterBooking());
        journey.shop().send("orders/create", ShopifyPayload.created(doubtful));
        Await.until(Journey.PATIENCE, () -> !journey.documents(doubtful.id()).isEmpty());
        int calls = erp.calls();

        erp.down(true);
        for (var order : waiting()) {
            journey.shop().send("orders/create", ShopifyPayload.created(order));
        }
        Await.until(Journey.PATIENCE, () -> journey.circuit().equals("open"));
        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(before));
        for (var order : waiting()) {
            journey.await(order.id(), "accepted");
        }
        int inVain = erp.calls() - calls;
        erp.down(false);
        Await.until(
                RECOVERY,
                () -> journey.documents(before.id()).stream().allMatch(d -> d.cancelled()));
        long bookedBefore = booked();
        Await.until(RECOVERY, () -> booked() == ORDERS);

        // Five failing orders open the circuit, and the order in doubt may be the first of them.
        assertThat(inVain).isBetween(4, 25);
        assertThat(bookedBefore).isZero();
        assertThat(journey.circuit()).isEqualTo("closed");
        journey.await(doubtful.id(), "posted");
        assertThat(journey.documents(doubtful.id())).hasSize(1);
        for (var order : waiting()) {
            journey.await(order.id(), "posted");
            assertThat(journey.documents(order.id())).hasSize(1);
            assertThat(journey.kindsTold(order.id())).containsExactly("accepted", "posted");
        }
    }
}
