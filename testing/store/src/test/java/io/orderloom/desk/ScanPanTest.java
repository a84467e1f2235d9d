package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.exception.AuditEntry;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.Shelf;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The scan of the table for payment card numbers, on the emulators. */
class ScanPanTest {
    private static final String CARD = "4111 1111 1111 1111";
    private static final String PARTITION = "ORDER#demo-shop:pan-1";
    private static final String DELIVERY = "ORDER#demo-shop:delivery-pan-2";

    /** The most items of one BatchWriteItem (Amazon DynamoDB API Reference). */
    private static final int MOST_AT_ONCE = 25;

    private final Emulators emulators = Emulators.shared();
    private final Shelf shelf = new Shelf();

    @TempDir Path logs;

    private record Said(int status, String text) {
        String last() {
            return text.lines().toList().getLast();
        }
    }

    private Said say(String... words) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int status =
                    new OperatorCli(
                                    emulators.dynamo(),
                                    emulators.sqs(),
                                    emulators.place(),
                                    (InstantSource) () -> Shelf.NOW,
                                    out)
                            .run(CommandArguments.of(List.of(words)));
            return new Said(status, bytes.toString(StandardCharsets.UTF_8));
        }
    }

    private void put(String sort, String attribute, byte[] value) {
        emulators
                .dynamo()
                .putItem(r ->
                        r.tableName(Table.NAME)
                                .item(
                                        Map.of(
                                                Table.PARTITION_KEY,
                                                AttributeValue.fromS(PARTITION),
                                                Table.SORT_KEY,
                                                AttributeValue.fromS(sort),
                                                attribute,
                                                AttributeValue.fromB(
                                                        SdkBytes.fromByteArray(value)))));
    }

    private static byte[] json(String name, String value) {
        return Packing.deflate(Json.bytes(Map.of(name, value)));
    }

    private static InboundMessage webhook(String note) {
        var body = "{\"note\":\"%s\"".formatted(note).getBytes(StandardCharsets.UTF_8);
        return InboundMessage.of(
                "demo-shop",
                "pan-2",
                Samples.CORRELATION,
                Payload.of(Map.of(), body, Samples.NOW),
                Map.of());
    }

    /** Empties the table, since other tests leave numbers in it that look like card numbers. */
    @BeforeAll
    static void an_empty_table() {
        var dynamo = Emulators.shared().dynamo();
        var keys = new ArrayList<WriteRequest>();
        dynamo.scanPaginator(r ->
                        r.tableName(Table.NAME)
                                .projectionExpression(Table.PARTITION_KEY + ", " + Table.SORT_KEY))
                .items()
                .forEach(key ->
                        keys.add(WriteRequest.builder().deleteRequest(d -> d.key(key)).build()));
        for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE));
            dynamo.batchWriteItem(r -> r.requestItems(Map.of(Table.NAME, some)));
        }
    }

    @AfterEach
    void nothing_is_left() {
        shelf.exceptions.open().stream()
                .filter(kept -> kept.partition().equals(DELIVERY))
                .forEach(kept ->
                        shelf.exceptions.settle(kept, new AuditEntry(Shelf.NOW, "ada", "a test")));
        for (var partition : List.of(PARTITION, DELIVERY)) {
            emulators
                    .dynamo()
                    .query(r ->
                            r.tableName(Table.NAME)
                                    .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                    .projectionExpression(
                                            Table.PARTITION_KEY + ", " + Table.SORT_KEY)
                                    .expressionAttributeValues(
                                            Map.of(":order", AttributeValue.fromS(partition))))
                    .items()
                    .forEach(key ->
                            emulators.dynamo().deleteItem(r -> r.tableName(Table.NAME).key(key)));
        }
    }

    @Test
    void a_table_without_card_numbers_passes() {
        put("PII", "d", json("note", "call 5550100, tracking 1Z999AA10123456784"));

        var said = say("scan-pan");

        assertThat(said.text().lines()).noneMatch(line -> line.startsWith("pan:"));
        assertThat(said.last()).matches("scan-pan: items=[1-9]\\d* files=0 found=0 unread=0");
        assertThat(said.status()).isZero();
    }

    @Test
    void a_card_number_in_a_body_or_a_log_entry_is_named_by_item_and_field() {
        put("PII", "d", json("note", "pay with " + CARD));
        put("STATE", "e", json("reason", CARD));

        var said = say("scan-pan");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("pan: " + PARTITION + " PII d.note: …1111")
                .contains("pan: " + PARTITION + " STATE e.reason: …1111")
                .doesNotContain(CARD);
        assertThat(said.last()).endsWith("found=2 unread=0");
    }

    @Test
    void a_card_number_in_a_dead_letter_is_found() {
        var body = Json.text(webhook(CARD));
        shelf.deadLetters(Shelf.NOW)
                .open(
                        Queue.INBOUND,
                        new QueueRecord(
                                "m-pan",
                                "handle",
                                body,
                                Map.of("ApproximateReceiveCount", "25"),
                                Map.of()));

        var said = say("scan-pan");

        assertThat(said.text()).contains(DELIVERY + " RAW#").contains("d.body.payload: …1111");
    }

    @Test
    void a_card_number_in_a_key_is_found_and_not_shown() {
        put("RAW#4111111111111111", "d", json("a", "b"));

        var said = say("scan-pan");

        assertThat(said.text())
                .contains("pan: %s RAW#************1111 %s: …1111".formatted(PARTITION, "sk"))
                .doesNotContain("4111111111111111");
    }

    @Test
    void an_item_that_can_not_be_unpacked_is_named_and_the_scan_fails() {
        put("DOC#1", "d", new byte[] {1, 2, 3});

        var said = say("scan-pan");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("unread: " + PARTITION + " DOC#1 d: ");
        assertThat(said.last()).endsWith("found=0 unread=1");
    }

    @Test
    void log_files_are_scanned_line_by_line() throws IOException {
        var file = logs.resolve("intake.txt");
        Files.writeString(file, "all is well\npaid with %s today\n".formatted(CARD));

        var said = say("scan-pan", "LOGS=" + logs);

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("pan: " + file + " line 2: …1111");
        assertThat(said.last()).contains("files=1 found=1");
        assertThatThrownBy(() -> say("scan-pan", "LOGS=" + logs.resolve("none")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("LOGS");
    }
}
