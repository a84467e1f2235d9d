package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.common.StackJson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order that a person changes and sends. */
class OwnOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.5Z");

    @TempDir Path directory;

    @Test
    void the_file_is_an_order_of_now_with_an_id_of_its_own() throws Exception {
        var own = OwnOrder.in(directory, NOW);

        var order = StackJson.parse(Files.readAllBytes(own.file())).orElseThrow();
        assertThat(order.path("id").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(order.path("created_at").asText()).isEqualTo("2026-11-30T12:00:00Z");
        assertThat(order.path("updated_at").asText()).isEqualTo("2026-11-30T12:00:00Z");
    }

    @Test
    void a_file_that_somebody_changed_stays_as_it_is() throws Exception {
        var own = OwnOrder.in(directory, NOW);
        Files.writeString(own.file(), "{}");

        OwnOrder.in(directory, NOW.plusSeconds(60));

        assertThat(own.file()).hasContent("{}");
    }

    @Test
    void a_directory_with_a_quote_in_its_name_does_not_break_the_command() throws Exception {
        var quoted = Files.createDirectories(directory.resolve("ada's data"));

        var command =
                OwnOrder.in(quoted, NOW)
                        .command(URI.create("http://127.0.0.1:1"), "demo.example", "secret");

        assertThat(command.getLast()).contains("ada'\\''s data/own-order.json'");
    }
}
