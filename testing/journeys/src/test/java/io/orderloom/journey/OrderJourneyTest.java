package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.Await;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.lambda.InvocationOutcome;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders in the packaged functions, from the signed webhook to the ERP and the subscriber. */
class OrderJourneyTest {
    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws Exception {
        journey =
                Journey.start(
                        Journey.options()
                                .data(data.resolve("stack"))
                                .environment(Map.of("ORDERLOOM_LEASE", "5s"))
                                .build());
    }

    @AfterAll
    static void stop() throws Exception {
        journey.close();
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id,
                List.of(
                        new Item("MUG-01", "Stoneware mug", 3, 1_250, 333),
                        new Item("TEA-07", "Green tea, 100 g", 1, 799, 0)),
                595);
    }

    @Test
    void an_order_becomes_one_document_of_the_same_total_and_is_published() throws Exception {
        var order = order(1_001);

        var answer = journey.shop().send("orders/create", ShopifyPayload.created(order));

        assertThat(answer.statusCode()).isEqualTo(202);
        var posted = journey.await(order.id(), "posted");
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.total()).isEqualByComparingTo(order.totalAmount()));
        assertThat(posted.data().get("erpTotal").asText())
                .isEqualTo(order.totalAmount().toPlainString());
        assertThat(journey.kindsTold(order.id())).containsExactly("accepted", "posted");
    }

    @Test
    void the_same_webhook_sent_five_times_more_changes_nothing() throws Exception {
        var order = order(1_002);
        journey.shop().send("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");
        // The delivery of an event is recorded only after the event was delivered.
        journey.awaitQuiet();
        var before = journey.items(order.id());

        for (int i = 0; i < 5; i++) {
            var answer = journey.shop().send("orders/create", ShopifyPayload.created(order));
            assertThat(answer.statusCode()).isEqualTo(202);
        }

        // Each delivery is kept as it came, so six payloads show that all were handled.
        Await.until(Journey.PATIENCE, () -> journey.payloads(order.id()) == 6);
        journey.awaitQuiet();
        assertThat(journey.items(order.id())).isEqualTo(before);
        assertThat(journey.documents(order.id())).hasSize(1);
        assertThat(journey.told(order.id()).stream().map(ReceivedEvent::id).distinct()).hasSize(2);
    }

    @Test
    void an_order_that_comes_after_its_cancellation_is_never_booked() throws Exception {
        var order = order(1_003);
        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));
        Await.until(Journey.PATIENCE, () -> journey.payloads(order.id()) == 1);
        journey.awaitQuiet();

        journey.shop().send("orders/create", ShopifyPayload.created(order));

        journey.await(order.id(), "refunded");
        journey.awaitQuiet();
        assertThat(journey.documents(order.id())).isEmpty();
        assertThat(journey.kindsTold(order.id()))
                .containsExactlyInAnyOrder("accepted", "cancelled", "refunded");
    }

    @Test
    void the_health_check_of_every_function_names_its_dependencies_and_their_state()
            throws Exception {
        var functions = journey.awaitHealth().path("functions");

        assertThat(checks(functions.path("intake"))).containsExactly("queues");
        assertThat(checks(functions.path("normalize"))).containsExactly("queues", "table");
        assertThat(checks(functions.path("erp-post"))).containsExactly("erp", "queues", "table");
        assertThat(checks(functions.path("refund-compensation")))
                .containsExactly("erp", "queues", "table");
        assertThat(checks(functions.path("status-fanout"))).containsExactly("queues", "table");
        assertThat(checks(functions.path("maintenance"))).containsExactly("queues", "table");
    }

    @Test
    void a_function_that_cannot_read_an_event_reports_it_and_goes_on() throws Exception {
        for (var function : Function.values()) {
            var before = journey.stack().functions().pids(function);

            var outcome =
                    journey.stack()
                            .functions()
                            .invoke(
                                    function,
                                    "[\"no event\"]".getBytes(StandardCharsets.UTF_8),
                                    Journey.PATIENCE);

            assertThat(outcome).as(function.label()).isInstanceOf(InvocationOutcome.Failed.class);
            assertThat(journey.stack().functions().pids(function))
                    .as(function.label())
                    .containsAnyElementsOf(before);
        }
    }

    private static List<String> checks(JsonNode function) {
        return StreamSupport.stream(function.path("checks").spliterator(), false)
                .map(check -> check.path("name").asText())
                .sorted()
                .toList();
    }
}
