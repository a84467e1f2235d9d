package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.embedded.erp.SandboxFault;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies with a batch in progress, with the time-outs of AWS. */
class KilledFunctionTest {
    private static final Duration BOOKED_AND_TOLD = Duration.ofSeconds(90);

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

    private static List<SampleOrder> orders() {
        return LongStream.range(7_501, 7_506)
                .mapToObj(id ->
                        new SampleOrder(
                                id,
                                List.of(new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111)),
                                595))
                .toList();
    }

    private static long told(String kind) {
        return orders().stream()
                .filter(order -> journey.kindsTold(order.id()).contains(kind))
                .count();
    }

    @Test
    void orders_of_a_killed_function_are_booked_once_and_published_within_90_seconds()
            throws Exception {
        var orders = orders();
        var erp = journey.stack().erp();
        journey.stack().starve(Function.ERP_POST);
        for (var order : orders) {
            journey.shop().send("orders/create", ShopifyPayload.created(order));
        }
        var queues = journey.stack().queues();
        Await.until(Journey.PATIENCE, () -> queues.depth(Queue.ERP).waiting() == orders.size());
        erp.failNext(orders.size(), new SandboxFault.SilentAfterBooking());
        journey.stack().feed(Function.ERP_POST);
        Await.until(Journey.PATIENCE, () -> !erp.documents().isEmpty());

        journey.stack().functions().kill(Function.ERP_POST);
        erp.behave();
        Await.until(BOOKED_AND_TOLD, () -> told("posted") == orders.size());

        for (var order : orders) {
            assertThat(journey.documents(order.id())).hasSize(1);
        }
    }
}
