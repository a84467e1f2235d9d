package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that the ERP rejects waits for a person, and goes on when the cause is gone. */
class RefusedPostingTest {
    private static final LocalDate CLOSED = LocalDate.of(2099, 12, 31);

    @TempDir static Path data;

    private static StackOptions.Builder options(LocalDate closedUntil) {
        return Journey.options()
                .data(data)
                .concurrency(1)
                .erp(new ErpChoice.Sandbox(new PostingRules(Set.of(), closedUntil)))
                .environment(Map.of("ORDERLOOM_LEASE", "1s"));
    }

    private static String open(Journey journey) throws Exception {
        return DeskProcess.say(journey.stack(), "exceptions").text();
    }

    /**
     * Resolves an exception while its function is stopped, since the retry could fail again before
     * the command has ended.
     */
    private static DeskProcess.Said resolve(Journey journey, String id, String why)
            throws Exception {
        journey.stack().starve(Function.ERP_POST);
        var said =
                DeskProcess.say(
                        journey.stack(),
                        "exception",
                        "ID=" + id,
                        "DO=resolve",
                        "BY=ada",
                        "WHY=" + why);
        journey.stack().feed(Function.ERP_POST);
        return said;
    }

    @Test
    void resolving_a_refused_posting_retries_it_a_refusal_reopens_it_and_a_booking_settles_it()
            throws Exception {
        var order = new SampleOrder(8_001, List.of(new Item("MUG-01", "Mug", 1, 1_250, 0)), 0);
        String id;
        try (var journey = Journey.start(options(CLOSED).build())) {
            journey.shop().send("orders/create", ShopifyPayload.created(order));
            journey.await(order.id(), "exception_raised");
            id = DeskProcess.ids(open(journey), "demo-shop:8001").getFirst();

            var said = resolve(journey, id, "somebody said that it is open now");

            assertThat(said.text()).contains("resolved; demo-shop:8001/erp-post/again/");
            journey.await(order.id(), "exception_resolved");
            journey.awaitTold(order.id(), "exception_raised", 2);
            var shown = DeskProcess.say(journey.stack(), "exception", "ID=" + id).text();
            assertThat(shown)
                    .contains("open", "occurred     2 times", "periods are closed until")
                    .contains("resolved by ada: somebody said", "reopened by orderloom");
            assertThat(journey.documents(order.id())).isEmpty();
        }

        try (var journey = Journey.start(options(LocalDate.EPOCH).build())) {
            assertThat(resolve(journey, id, "the period is open").status()).isZero();

            journey.await(order.id(), "posted");

            assertThat(journey.documents(order.id())).hasSize(1);
            assertThat(open(journey)).contains("No exception is open.");
        }
    }
}
