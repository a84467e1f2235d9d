package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.poller.RetryDelay;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A function that dies between the calls that create one document in a real Odoo. */
@EnabledIfEnvironmentVariable(
        named = "ERP",
        matches = "odoo",
        disabledReason = "make test-odoo brings a real Odoo")
class OdooTroubleTest {
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

    private static SampleOrder sent(long id) throws Exception {
        var order =
                new SampleOrder(
                        id,
                        List.of(
                                new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111),
                                new Item("TIN-05", "Storage tin", 3, 333, 1)),
                        595);
        var answer = journey.shop().send("orders/create", ShopifyPayload.created(order));
        assertThat(answer.statusCode()).isEqualTo(202);
        return order;
    }

    private static void assertBookedOnce(SampleOrder order) throws InterruptedException {
        journey.await(order.id(), "posted");
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.total()).isEqualByComparingTo(order.totalAmount()));
        assertThat(journey.kindsTold(order.id())).containsExactly("accepted", "posted");
    }

    @Test
    void a_function_killed_as_soon_as_odoo_has_the_document_leaves_one() throws Exception {
        var order = sent(3_001);
        Await.until(Journey.PATIENCE, () -> !journey.documents(order.id()).isEmpty());

        journey.stack().functions().kill(Function.ERP_POST);

        assertBookedOnce(order);
    }

    @Test
    void a_function_killed_while_it_asks_odoo_for_what_the_order_needs_leaves_one()
            throws Exception {
        var order = sent(3_002);
        journey.await(order.id(), "accepted");

        journey.stack().functions().kill(Function.ERP_POST);

        assertBookedOnce(order);
    }
}
