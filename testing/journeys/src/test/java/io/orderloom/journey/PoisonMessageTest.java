package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.ChannelOption;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message that fails each time, among nine that don't, and how it is given up and redriven. */
class PoisonMessageTest {
    private static final String LATE_SHOP = "late-shop";
    private static final long POISON = 6_010;

    /** A failing message comes again after 30 s and after one more minute, and is then given up. */
    private static final Duration GIVING_UP = Duration.ofMinutes(3);

    @TempDir static Path data;

    private static StackOptions.Builder options() {
        return Journey.options()
                .data(data)
                .concurrency(1)
                .queueLimits(
                        new RedeliveryLimits(Optional.of(Duration.ofSeconds(10)), Optional.of(2)));
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(id, List.of(new Item("MUG-01", "Stoneware mug", 1, 1_250, 0)), 0);
    }

    /** A message as intake sends it, for a shop that normalize does not know. */
    private static String poison() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(ShopifyPayload.created(order(POISON)));
        }
        var message =
                StackJson.object()
                        .put("channelInstance", LATE_SHOP)
                        .put("deliveryId", "poison-1")
                        .put("correlationId", "c-poison")
                        .put("receivedAt", "2026-11-25T12:00:00Z")
                        .put("payload", Base64.getEncoder().encodeToString(packed.toByteArray()));
        message.putObject("headers").put("x-shopify-topic", "orders/create");
        return message.toString();
    }

    @Test
    void a_poison_message_delays_no_other_becomes_an_exception_and_is_redriven_after_the_fix()
            throws Exception {
        var others = LongStream.range(6_001, 6_010).boxed().toList();
        try (var journey = Journey.start(options().build());
                var sqs = LocalAws.sqs(journey.stack().sqsEndpoint())) {
            journey.stack().starve(Function.NORMALIZE);
            for (var id : others) {
                journey.shop().send("orders/create", ShopifyPayload.created(order(id)));
            }
            var body = poison();
            sqs.sendMessage(
                    r -> r.queueUrl(journey.stack().queues().url(Queue.INBOUND)).messageBody(body));
            Await.until(
                    Journey.PATIENCE,
                    () -> journey.stack().queues().depth(Queue.INBOUND).waiting() == 10);
            journey.stack().feed(Function.NORMALIZE);

            for (var id : others) {
                journey.await(id, "posted");
            }
            // Each was received once: the repetitions of the poison message did not repeat the
            // others.
            assertThat(log(journey, "ingested=NEW")).isEqualTo(others.size());
            assertThat(log(journey, "ingested=REPEATED")).isZero();

            await(journey, LATE_SHOP + ":delivery-poison-1", "exception_raised", GIVING_UP);
            var list = DeskProcess.say(journey.stack(), "exceptions").text();
            assertThat(list)
                    .contains("1 open", LATE_SHOP + ":delivery-poison-1")
                    .contains("the last time it failed with")
                    .contains("DO=redrive")
                    .doesNotContain("ada@example.org");
            assertThat(journey.stack().queues().deadLetters(Queue.INBOUND).waiting()).isZero();
            assertThat(journey.stack().queues().depth(Queue.INBOUND).inFlight()).isZero();
            assertThat(DeskProcess.ids(list, LATE_SHOP)).hasSize(1);
        }

        // The cause is mended by configuring the shop.
        var known = new ChannelOption(LATE_SHOP, "shopify", List.of("a-secret"), Optional.empty());
        try (var journey = Journey.start(options().channels(List.of(known)).build())) {
            var list = DeskProcess.say(journey.stack(), "exceptions").text();
            var id = DeskProcess.ids(list, LATE_SHOP).getFirst();

            var redriven =
                    DeskProcess.say(
                            journey.stack(),
                            "exception",
                            "ID=" + id,
                            "DO=redrive",
                            "BY=ada",
                            "WHY=late-shop is configured now");

            assertThat(redriven.status()).as(redriven.text()).isZero();
            assertThat(redriven.text()).contains("its message was sent to inbound");
            await(journey, LATE_SHOP + ":" + POISON, "posted", Journey.PATIENCE);
            assertThat(DeskProcess.say(journey.stack(), "exceptions").text())
                    .contains("No exception is open.");
        }
    }

    private static void await(Journey journey, String subject, String kind, Duration longest)
            throws InterruptedException {
        assertThat(
                        journey.stack()
                                .subscriber()
                                .await(
                                        events ->
                                                events.stream()
                                                        .anyMatch(e ->
                                                                e.subject().equals(subject)
                                                                        && e.kind().equals(kind)),
                                        longest))
                .as("%s %s; logs are in %s", subject, kind, journey.stack().logs())
                .isTrue();
    }

    private static long log(Journey journey, String words) throws IOException {
        try (var files = Files.list(journey.stack().logs())) {
            long found = 0;
            for (var file :
                    files.filter(f -> f.getFileName().toString().contains("normalize")).toList()) {
                found +=
                        Files.readString(file, UTF_8)
                                .lines()
                                .filter(l -> l.contains(words))
                                .count();
            }
            return found;
        }
    }
}
