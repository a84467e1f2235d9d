package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber that rejects its events, and accepts them after somebody has mended it. */
class DeafSubscriberTest {
    /**
     * Each of the two events is rejected twice: first when it is sent to all subscribers, then when
     * it is sent to this one alone.
     */
    private static final int REFUSALS = 4;

    private static final int FORBIDDEN = 403;

    @TempDir Path data;

    @Test
    void refused_events_become_exceptions_and_are_delivered_when_they_are_redriven()
            throws Exception {
        var order = new SampleOrder(6_101, List.of(new Item("MUG-01", "Mug", 1, 1_250, 0)), 0);
        try (var journey = Journey.start(Journey.options().data(data).build())) {
            journey.stack().subscriber().failNext(REFUSALS, FORBIDDEN);

            journey.shop().send("orders/create", ShopifyPayload.created(order));

            Await.until(Journey.PATIENCE, () -> exceptions(journey, order) == 2);
            assertThat(journey.told(order.id())).isEmpty();
            assertThat(DeskProcess.say(journey.stack(), "exceptions").text())
                    .contains("2 open", "subscriber", "answered 403", "DO=redrive");

            var redriven =
                    DeskProcess.say(
                            journey.stack(),
                            "redrive",
                            "QUEUE=status",
                            "BY=ada",
                            "WHY=the subscriber lets us in again");

            assertThat(redriven.status()).as(redriven.text()).isZero();
            assertThat(redriven.text()).contains("2 of 2 redriven to status");
            journey.await(order.id(), "accepted");
            journey.await(order.id(), "posted");
            assertThat(DeskProcess.say(journey.stack(), "exceptions").text())
                    .contains("No exception is open.");
        }
    }

    private static long exceptions(Journey journey, SampleOrder order) {
        return journey.items(order.id()).keySet().stream()
                .filter(sort -> sort.startsWith("EXCEPTION#"))
                .count();
    }
}
