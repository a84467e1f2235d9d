package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.history.NamedHistories;
import io.orderloom.kit.order.LogVerification;
import io.orderloom.kit.order.Shelf;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The check of all logs, on the emulators. Other tests leave theirs in the same table. */
class VerifyLogTest {
    private static final String PARTITION = "ORDER#" + Samples.ORDER;

    private final Emulators emulators = Emulators.shared();
    private final Shelf shelf = new Shelf();

    private record Said(int status, String text) {
        List<String> ofTheOrder() {
            return text.lines().filter(line -> line.contains("=" + Samples.ORDER + " ")).toList();
        }
    }

    @BeforeEach
    void an_order_with_a_history() {
        removeAll();
        NamedHistories.named("split shipment")
                .forEach(fact -> shelf.orders.ingest(fact, NamedHistories.profile()));
    }

    @AfterEach
    void removeAll() {
        items().forEach(this::remove);
    }

    private void remove(Map<String, AttributeValue> item) {
        emulators.dynamo().deleteItem(r -> r.tableName(Table.NAME).key(key(item)));
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

    private List<Map<String, AttributeValue>> items() {
        return emulators
                .dynamo()
                .query(r ->
                        r.tableName(Table.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                .expressionAttributeValues(
                                        Map.of(":order", AttributeValue.fromS(PARTITION))))
                .items();
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        var key = new HashMap<>(item);
        key.keySet().retainAll(List.of(Table.PARTITION_KEY, Table.SORT_KEY));
        return key;
    }

    private Map<String, AttributeValue> anEntry() {
        return items().stream()
                .filter(item -> sort(item).startsWith("FACT#"))
                .findFirst()
                .orElseThrow();
    }

    private static String sort(Map<String, AttributeValue> item) {
        return item.getOrDefault(Table.SORT_KEY, AttributeValue.fromS("")).s();
    }

    @Test
    void an_unchanged_log_is_counted_and_not_printed() {
        var said = say("verify-log");

        assertThat(said.ofTheOrder()).isEmpty();
        assertThat(said.text().lines().toList().getLast())
                .matches("verify-log: orders=[1-9]\\d* entries=[1-9]\\d* tampered=\\d+");
    }

    @Test
    void a_changed_item_is_named_and_the_command_fails() {
        var forged = new HashMap<>(anEntry());
        forged.put("h", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])));
        emulators.dynamo().putItem(r -> r.tableName(Table.NAME).item(forged));

        var said = say("verify-log");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.ofTheOrder())
                .anySatisfy(line ->
                        assertThat(line).contains(sort(forged), "its bytes do not give its hash"));
    }

    @Test
    void a_removed_item_is_reported_as_missing() {
        var gone = anEntry();
        remove(gone);

        var said = say("verify-log");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.ofTheOrder()).singleElement().asString().contains("it is missing");
    }

    @Test
    void an_order_that_is_gone_as_a_whole_is_shown_by_its_anchor(@TempDir Path kept)
            throws IOException {
        say("verify-log", "HEADS=" + kept);
        try (var files = Files.list(kept)) {
            assertThat(files).hasSize(1);
        }
        assertThat(say("verify-log", "ANCHORS=" + kept).ofTheOrder()).isEmpty();

        removeAll();

        assertThat(say("verify-log").ofTheOrder()).isEmpty();
        assertThat(say("verify-log", "ANCHORS=" + kept).ofTheOrder())
                .singleElement()
                .asString()
                .contains("the anchors name it, and it is not in the table");
    }

    @Test
    void pages_of_one_order_each_come_to_every_order_once() {
        var logs = new LogVerification(emulators.dynamo(), Table.NAME);
        var all = new ArrayList<String>();
        logs.all(log -> all.add(log.order()));

        var paged = new ArrayList<String>();
        var after = Optional.<LogVerification.Place>empty();
        do {
            after =
                    logs.from(
                            after,
                            log -> {
                                paged.add(log.order());
                                return false;
                            });
        } while (after.isPresent());

        assertThat(all).contains(Samples.ORDER.toString());
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void a_directory_without_anchors_is_a_usage_error_and_no_success(@TempDir Path empty) {
        assertThatThrownBy(() -> say("verify-log", "ANCHORS=" + empty))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("holds a head");
    }
}
