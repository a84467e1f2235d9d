package io.orderloom.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.exception.AuditEntry;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.Delivery;
import io.orderloom.kit.order.DeliveryErasure;
import io.orderloom.kit.order.Erasure;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.KeptPayloads;
import io.orderloom.kit.order.Shelf;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Statement;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The payloads as they were received, from a real table. */
class PayloadDeskTest {
    private static final String BODY =
            "{\"id\":1001,\"total\":1.10,\"email\":\"ada@example.org\",\"note\":\"Zoë\"}";
    private static final Map<String, String> HEADERS =
            Map.of("x-shopify-topic", "orders/cancelled");
    private static final AuditEntry DEED =
            new AuditEntry(Shelf.NOW, "ada", "the buyer asked for it");

    private final Emulators emulators = Emulators.shared();
    private final Shelf shelf = new Shelf();

    private record Said(boolean shown, String text, String aside) {}

    private Said say(String... values) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        boolean shown =
                new PayloadDesk(
                                new KeptPayloads(
                                        emulators.dynamo(), Table.NAME, Duration.ofDays(90)),
                                (InstantSource) () -> Shelf.NOW,
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8))
                        .show(
                                CommandArguments.of(
                                        Stream.concat(Stream.of("payload"), Stream.of(values))
                                                .toList()));
        return new Said(shown, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static InboundMessage message(String instance, String delivery, byte[] body) {
        return InboundMessage.of(
                instance,
                delivery,
                Samples.CORRELATION,
                Payload.of(HEADERS, body, Samples.NOW),
                HEADERS);
    }

    /** A cancellation needs no order before it, and its payload is kept like any other. */
    private OrderId received(String id, InboundMessage message) {
        var order = new OrderId("demo-shop", id);
        var fact =
                new Fact.OrderCancelled(
                        new Provenance(
                                new FactKey("shopify/demo-shop", Fact.OrderCancelled.KIND, id, "1"),
                                Role.COMMERCE,
                                Samples.NOW,
                                Samples.NOW,
                                Samples.CORRELATION),
                        order,
                        "customer",
                        Samples.usd("38.34"));
        shelf.deliveries.ingest(
                Delivery.of(
                        message,
                        Samples.PROFILE,
                        Statement.of(List.of(fact), Samples.personalData())));
        return order;
    }

    /** Stores a delivery as one that no adapter could read. */
    private void unreadable(String delivery, byte[] body) {
        shelf.deadLetters(Shelf.NOW)
                .open(
                        Queue.INBOUND,
                        new QueueRecord(
                                "m-" + delivery,
                                "handle",
                                Json.text(message("demo-shop", delivery, body)),
                                Map.of("ApproximateReceiveCount", "25"),
                                Map.of()));
    }

    /**
     * Closes the exceptions of these tests, since other tests read the open ones of the same table.
     */
    @AfterEach
    void nothing_stays_open() {
        shelf.exceptions.open().stream()
                .filter(kept -> kept.partition().contains("delivery-shown-"))
                .forEach(kept -> shelf.exceptions.settle(kept, DEED));
    }

    @Test
    void an_order_s_payloads_are_listed_with_time_topic_and_size_and_nothing_of_their_content() {
        received("shown-1", message("demo-shop", "s1-a", BODY.getBytes(UTF_8)));
        received("shown-1", message("warehouse", "s1-b", BODY.getBytes(UTF_8)));

        var said = say("ORDER=demo-shop:shown-1");

        assertThat(said.shown()).isTrue();
        assertThat(said.text())
                .containsPattern("demo-shop:s1-a +2026-11-02T15:04:05Z +orders/cancelled +64")
                .containsPattern("warehouse:s1-b +2026-11-02T15:04:05Z +orders/cancelled +64")
                .contains("2 kept of demo-shop:shown-1.")
                .doesNotContain("ada@example.org");
    }

    @Test
    void a_payload_is_shown_with_its_headers_and_its_body_as_it_came_but_for_white_space() {
        var order = received("shown-2", message("demo-shop", "s2", BODY.getBytes(UTF_8)));

        var said = say("ORDER=" + order, "ID=demo-shop:s2");

        assertThat(said.shown()).isTrue();
        assertThat(said.text())
                .contains("demo-shop:s2  of demo-shop:shown-2")
                .contains("header       x-shopify-topic: orders/cancelled")
                .contains("  \"total\" : 1.10,")
                .contains("\"note\" : \"Zoë\"");
        assertThat(said.aside()).hasLineCount(1).contains("personal data");
    }

    @Test
    void a_payload_is_found_without_its_order_by_instance_and_delivery() {
        received("shown-3", message("demo-shop", "s3-own", BODY.getBytes(UTF_8)));
        received("shown-3", message("warehouse", "s3-other", BODY.getBytes(UTF_8)));

        assertThat(say("ID=demo-shop:s3-own").text()).contains("of demo-shop:shown-3");
        assertThat(say("ID=warehouse:s3-other").text()).contains("of demo-shop:shown-3");
        assertThat(say("ID=eu-shop:s3-own").shown()).isFalse();
    }

    @Test
    void a_payload_larger_than_an_item_is_listed_once_and_shown_whole() {
        var noise = new byte[700_000];
        new Random(7).nextBytes(noise);
        var body = Json.bytes(Map.of("noise", noise));
        var order = received("shown-4", message("demo-shop", "s4", body));

        assertThat(say("ORDER=" + order).text()).contains("1 kept of");
        assertThat(say("ID=demo-shop:s4").text())
                .contains(Integer.toString(body.length))
                .contains(new String(body, UTF_8).substring(20, 500_000));
    }

    @Test
    void a_delivery_that_no_adapter_could_read_is_found_by_the_name_that_its_exception_has() {
        unreadable("shown-5", "{\"email\":\"ada@example.org\", cut off".getBytes(UTF_8));

        var said = say("ID=demo-shop:delivery-shown-5");

        assertThat(said.shown()).isTrue();
        assertThat(said.text())
                .contains("demo-shop:shown-5  of demo-shop:delivery-shown-5")
                .contains("received     2026-11-02T15:04:05Z")
                .contains("{\"email\":\"ada@example.org\", cut off");
        assertThat(say("ID=demo-shop:shown-5")).isEqualTo(said);
        assertThat(say("ORDER=demo-shop:delivery-shown-5").text())
                .containsPattern("demo-shop:shown-5 +2026");
    }

    @Test
    void characters_that_a_terminal_obeys_are_printed_as_their_codes() {
        unreadable("shown-6", "\u001b[2Jgone".getBytes(UTF_8));

        assertThat(say("ID=demo-shop:shown-6").text())
                .contains("\\u001b[2Jgone")
                .doesNotContain("\u001b");
    }

    @Test
    void a_payload_that_was_erased_with_its_order_is_said_to_be_erased() {
        var order = received("shown-7", message("demo-shop", "s7-a", BODY.getBytes(UTF_8)));
        new Erasure(emulators.dynamo(), Table.NAME)
                .erase(order, Samples.PROFILE, "c-erase", Shelf.NOW);
        received("shown-7", message("demo-shop", "s7-b", BODY.getBytes(UTF_8)));

        var gone = say("ORDER=" + order, "ID=demo-shop:s7-a");
        var emptied = say("ID=demo-shop:s7-b");

        assertThat(gone.shown()).isFalse();
        assertThat(gone.text()).contains("was erased 2026-11-25T12:00:00Z");
        assertThat(emptied.shown()).isFalse();
        assertThat(emptied.text()).contains("demo-shop:s7-b of demo-shop:shown-7 was erased.");
        assertThat(emptied.aside()).isEmpty();
        assertThat(say("ORDER=" + order).text())
                .containsPattern("demo-shop:s7-b .*erased")
                .contains("demo-shop:shown-7 was erased 2026-11-25T12:00:00Z");
    }

    @Test
    void an_erased_delivery_still_says_when_it_came() {
        unreadable("shown-8", BODY.getBytes(UTF_8));
        new DeliveryErasure(emulators.dynamo(), Table.NAME)
                .erase(new OrderId("demo-shop", "shown-8"), DEED);

        var said = say("ID=demo-shop:shown-8");

        assertThat(said.shown()).isFalse();
        assertThat(said.text())
                .contains("demo-shop:delivery-shown-8 was erased 2026-11-25T12:00:00Z")
                .contains("received, with its SHA-256: 2026-11-02T15:04:05Z ");
    }

    @Test
    void an_unknown_id_and_a_missing_one_say_what_to_give() {
        assertThat(say("ID=demo-shop:never-came").text())
                .contains("No payload demo-shop:never-came is kept");
        assertThat(say("ORDER=demo-shop:never-came").text()).startsWith("0 kept of");
        assertThatThrownBy(() -> say())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ID=<channel instance>:<delivery id>");
    }
}
