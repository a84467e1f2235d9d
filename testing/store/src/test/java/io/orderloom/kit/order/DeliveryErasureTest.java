package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An unreadable webhook is erased by the id under which it was accepted. */
class DeliveryErasureTest {
    private static final AuditEntry DEED =
            new AuditEntry(Shelf.NOW, "ada", "the buyer asked for it");

    private final Shelf shelf = new Shelf();
    private final DeliveryErasure erasure = new DeliveryErasure(shelf.dynamo, Table.NAME);

    private static InboundMessage delivery(String id, byte[] body) {
        return InboundMessage.of(
                "demo-shop",
                id,
                Samples.CORRELATION,
                Payload.of(Map.of(), body, Samples.NOW),
                Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Base64 of incompressible bytes, more than one item can hold. */
    private static byte[] large() {
        var body = new byte[900_000];
        new Random(12).nextBytes(body);
        return body;
    }

    /** Stores a message as a dead letter, as the queue's handler does. */
    private void givenUp(String messageId, InboundMessage message) {
        var record =
                new QueueRecord(
                        messageId,
                        "handle",
                        Json.text(message),
                        Map.of("ApproximateReceiveCount", "25"),
                        Map.of());
        shelf.deadLetters(Shelf.NOW).open(Queue.INBOUND, record);
    }

    /**
     * Closes the exceptions of these tests, since other tests read the open ones of the same table.
     */
    @AfterEach
    void nothing_stays_open() {
        shelf.exceptions.open().stream()
                .filter(kept -> kept.partition().contains("delivery-erased-"))
                .forEach(kept -> shelf.exceptions.settle(kept, DEED));
    }

    private static OrderId partition(String id) {
        return new OrderId("demo-shop", "delivery-" + id);
    }

    private List<Map<String, AttributeValue>> raw(String id) {
        return shelf.items(partition(id)).stream()
                .filter(item -> Items.sort(item).startsWith(Items.RAW))
                .toList();
    }

    @Test
    void an_unreadable_webhook_is_erased_and_its_item_still_says_that_it_arrived() {
        var body = bytes("{\"email\":\"ada@example.org\"");
        var hash = HexFormat.of().formatHex(Hashes.sha256(body));
        givenUp("m-1", delivery("erased-1", body));
        assertThat(raw("erased-1")).hasSize(1);

        var erased = erasure.erase(new OrderId("demo-shop", "erased-1"), DEED);

        assertThat(erased).containsExactly(new DeliveryErasure.Erased(Samples.NOW, hash));
        assertThat(raw("erased-1")).isEmpty();
        assertThat(shelf.items(partition("erased-1")))
                .filteredOn(item -> Items.sort(item).equals(Items.PERSONAL_DATA))
                .singleElement()
                .satisfies(tombstone ->
                        assertThat(tombstone)
                                .containsEntry("by", Items.text("ada"))
                                .containsEntry("why", Items.text("the buyer asked for it"))
                                .containsEntry(
                                        "webhooks",
                                        AttributeValue.fromSs(List.of(Samples.NOW + " " + hash))));
    }

    @Test
    void every_part_of_a_large_webhook_is_erased() {
        givenUp("m-1", delivery("erased-2", large()));
        assertThat(raw("erased-2")).hasSizeGreaterThan(1);

        var erased = erasure.erase(new OrderId("demo-shop", "erased-2"), DEED);

        assertThat(erased).hasSize(1);
        assertThat(raw("erased-2")).isEmpty();
    }

    @Test
    void a_delivery_that_comes_again_is_not_kept_again() {
        givenUp("m-1", delivery("erased-3", large()));
        erasure.erase(new OrderId("demo-shop", "erased-3"), DEED);

        givenUp("m-2", delivery("erased-3", large()));
        givenUp("m-2", delivery("erased-3", large()));

        assertThat(raw("erased-3"))
                .isNotEmpty()
                .noneMatch(item -> item.containsKey(Items.BODY))
                .allMatch(item -> item.containsKey(Table.TIME_TO_LIVE));
        assertThat(
                        shelf.exceptions.find(
                                Items.partition(partition("erased-3")),
                                new OfDeadLetter(Queue.INBOUND.label(), "erased-3").text()))
                .hasValueSatisfying(kept -> assertThat(shelf.letters.find(kept)).isEmpty());
    }

    @Test
    void erasing_a_delivery_twice_keeps_the_item_of_the_first_erasure() {
        givenUp("m-1", delivery("erased-4", bytes("{")));
        erasure.erase(new OrderId("demo-shop", "erased-4"), DEED);

        assertThat(erasure.erase(new OrderId("demo-shop", "erased-4"), DEED)).isEmpty();

        assertThat(shelf.items(partition("erased-4")))
                .filteredOn(item -> Items.sort(item).equals(Items.PERSONAL_DATA))
                .singleElement()
                .satisfies(tombstone -> assertThat(tombstone).containsKey("webhooks"));
    }

    @Test
    void an_order_s_erasure_names_an_unreadable_delivery_until_that_is_erased() {
        givenUp("m-1", delivery("erased-7", bytes("{")));
        var order = new OrderId("demo-shop", "1");
        var unreached = new Unreached(shelf.dynamo, Table.NAME);
        var named = "make erase DELIVERY=demo-shop:erased-7";
        assertThat(unreached.of(order, shelf.exceptions.open(), Shelf.NOW))
                .anyMatch(line -> line.contains(named));

        erasure.erase(new OrderId("demo-shop", "erased-7"), DEED);

        assertThat(unreached.of(order, shelf.exceptions.open(), Shelf.NOW))
                .noneMatch(line -> line.contains(named));
    }

    @Test
    void another_delivery_is_left_alone() {
        givenUp("m-1", delivery("erased-5", bytes("{")));
        givenUp("m-2", delivery("erased-6", bytes("{")));

        erasure.erase(new OrderId("demo-shop", "erased-5"), DEED);

        assertThat(raw("erased-6")).singleElement().matches(item -> item.containsKey(Items.BODY));
    }
}
