package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wholesale order that passes through all functions. */
class LargeOrderJourneyTest {
    private static final int LINES = 2_000;

    @TempDir static Path data;

    @Test
    void an_order_of_2000_lines_is_taken_in_and_booked_to_the_cent_seed_1() throws Exception {
        var random = new SplittableRandom(1);
        var order =
                new SampleOrder(
                        7_001,
                        IntStream.range(0, LINES)
                                .mapToObj(n ->
                                        new Item(
                                                "MUG-01",
                                                "Stoneware mug, glaze " + random.nextInt(1_000_000),
                                                random.nextInt(1, 9),
                                                random.nextLong(199, 8_999),
                                                0))
                                .toList(),
                        595);
        var body = ShopifyPayload.created(order);
        assertThat(body.length).isGreaterThan(1024 * 1024);

        try (var journey = Journey.start(Journey.options().data(data).build())) {
            journey.deliver("orders/create", body);

            journey.await(order.id(), "posted");

            assertThat(journey.documents(order.id()))
                    .singleElement()
                    .satisfies(
                            d -> assertThat(d.total()).isEqualByComparingTo(order.totalAmount()));
            assertThat(journey.kindsTold(order.id())).containsExactly("accepted", "posted");
        }
    }
}
