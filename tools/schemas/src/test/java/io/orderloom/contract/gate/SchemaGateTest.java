package io.orderloom.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.contract.Committed;
import io.orderloom.contract.compat.Break;
import io.orderloom.contract.compat.ReadBy;
import io.orderloom.contract.compat.ReadDirection;
import io.orderloom.contract.compat.Rule;
import io.orderloom.contract.gate.SchemaGate.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaGateTest {
    private static final Break LOST =
            new Break("lines[].sku", Rule.FIELD_REMOVED, ReadDirection.NEW_READS_OLD, "it is lost");

    @TempDir Path docs;

    @Test
    void schemas_that_were_just_written_and_published_pass() {
        var publication = published();

        assertThat(SchemaGate.stale(publication, Committed.CONTRACTS)).isEmpty();
        assertThat(SchemaGate.broken(publication, Committed.CONTRACTS)).isEmpty();
    }

    @Test
    void a_schema_that_was_not_written_again_is_named_with_what_to_do() throws IOException {
        var publication = published();
        edit("schemas/v1/order.schema.json", "\"sku\"", "\"item\"");
        Files.delete(docs.resolve("asyncapi.yaml"));
        Files.writeString(docs.resolve("schemas/v1/gone.schema.json"), "{}");

        assertThat(SchemaGate.stale(publication, Committed.CONTRACTS))
                .containsExactly(
                        "docs/asyncapi.yaml is not there: run 'make schemas', look at the difference and commit it",
                        "docs/schemas/v1/gone.schema.json is of nothing that is left: run 'make schemas', look at the difference and commit it",
                        "docs/schemas/v1/order.schema.json is not what the code writes: run 'make schemas', look at the difference and commit it");
    }

    @Test
    void a_field_that_stored_orders_have_and_the_code_does_not_is_named() throws IOException {
        var publication = published();
        edit("schemas/v1/published/order.schema.json", "\"uom\"", "\"unit\"");

        assertThat(SchemaGate.broken(publication, Committed.CONTRACTS))
                .hasSize(2)
                .allMatch(found -> found.startsWith("order: lines[]."))
                .anyMatch(found -> found.contains("lines[].unit") && found.contains("loses it"))
                .anyMatch(found -> found.contains("lines[].uom") && found.contains("may lack it"));
    }

    @Test
    void an_event_that_is_no_longer_sent_is_named() {
        var publication = published();
        new TextFiles(docs).write("schemas/v1/published/event/packed.schema.json", "{}");

        assertThat(SchemaGate.broken(publication, Committed.CONTRACTS))
                .singleElement()
                .asString()
                .startsWith("event/packed: (all): subscribers wait for it");
    }

    @Test
    void an_undeclared_break_points_to_the_page_that_says_how_to_declare_it() {
        var found = List.of(new Found("order", ReadBy.STORE, LOST));

        assertThat(SchemaGate.judged(found, List.of(), _ -> true))
                .containsExactly(
                        "order: lines[].sku: it is lost [field-removed]; see docs/contracts.md");
    }

    @Test
    void a_declared_break_of_stored_items_passes_with_an_existing_upcaster() {
        var found = List.of(new Found("order", ReadBy.STORE, LOST));
        var deliberate = List.of(deliberate("order", Optional.of("io.orderloom.Upcaster")));

        assertThat(SchemaGate.judged(found, deliberate, _ -> true)).isEmpty();
        assertThat(SchemaGate.judged(found, deliberate, _ -> false))
                .singleElement()
                .asString()
                .endsWith("name the class of the upcaster that reads what is stored");
    }

    @Test
    void a_declared_break_of_messages_under_way_passes() {
        var found = List.of(new Found("message", ReadBy.QUEUE, LOST));

        assertThat(
                        SchemaGate.judged(
                                found,
                                List.of(deliberate("message", Optional.empty())),
                                _ -> false))
                .isEmpty();
    }

    @Test
    void a_break_of_events_that_subscribers_read_never_passes() {
        var found = List.of(new Found("event/accepted", ReadBy.SUBSCRIBERS, LOST));
        var deliberate =
                List.of(deliberate("event/accepted", Optional.of("io.orderloom.Upcaster")));

        assertThat(SchemaGate.judged(found, deliberate, _ -> true))
                .singleElement()
                .asString()
                .contains("send the new form as an event type of a new version");
    }

    @Test
    void an_entry_that_no_longer_breaks_anything_has_to_be_removed() {
        var left = List.of(deliberate("order", Optional.empty()));

        assertThat(SchemaGate.judged(List.of(), left, _ -> true))
                .containsExactly(
                        "deliberate-breaks.yaml lists what breaks nothing: order: lines[].sku [field-removed]");
    }

    @Test
    void an_entry_without_a_reason_is_refused() {
        var yaml = "- {schema: order, field: a, rule: field-removed}";

        assertThatThrownBy(() -> DeliberateBreak.listed(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'because' is missing");
    }

    @Test
    void an_entry_is_read_as_the_page_shows_it() {
        var yaml =
                """
                - schema: order
                  field: lines[].sku
                  rule: field-removed
                  because: the item is known by its GTIN now
                  upcaster: io.orderloom.Upcaster
                """;

        assertThat(DeliberateBreak.listed(yaml))
                .singleElement()
                .matches(entry -> entry.means("order", LOST))
                .extracting(DeliberateBreak::upcaster)
                .isEqualTo(Optional.of("io.orderloom.Upcaster"));
    }

    private Publication published() {
        var publication = new Publication(docs);
        publication.write(Committed.CONTRACTS);
        publication.publish(Committed.CONTRACTS);
        return publication;
    }

    private void edit(String name, String from, String to) throws IOException {
        var file = docs.resolve(name);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static DeliberateBreak deliberate(String schema, Optional<String> upcaster) {
        return new DeliberateBreak(schema, "lines[].sku", "field-removed", "why", upcaster);
    }
}
