package io.orderloom.embedded.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged functions, from the signed webhook to the ERP and the subscriber. */
class OrderJourneyTest {
    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws Exception {
        journey =
                Journey.start(
                        StackOptions.of(Journey.root())
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
    void an_order_becomes_one_document_of_the_same_total_and_is_told() throws Exception {
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
}
