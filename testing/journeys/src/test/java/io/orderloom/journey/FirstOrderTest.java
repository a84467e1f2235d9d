package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StackJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's first order: sent as the stack says when it is up, and then looked at. */
class FirstOrderTest {
    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws Exception {
        journey = Journey.start(Journey.options().data(data).build());
    }

    @AfterAll
    static void stop() {
        journey.close();
    }

    /** The command as it is printed, to be copied. */
    private static String printed(List<String> lines) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("curl "))
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_printed_command_sends_an_order_that_is_booked_and_the_desk_shows_it()
            throws Exception {
        var command = printed(journey.stack().addresses());
        var own = StackJson.parse(Files.readAllBytes(data.resolve("own-order.json"))).orElseThrow();
        var id = own.path("id").asLong();
        var order = "%s:%d".formatted(EmbeddedStack.DEMO_SHOP, id);

        var shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        var answer = new String(shell.getInputStream().readAllBytes(), UTF_8);

        assertThat(answer).contains("202 Accepted");
        journey.await(id, "posted");
        assertThat(journey.documents(id)).hasSize(1);

        var orders = DeskProcess.sayIn(data, "orders", "STATE=posted");
        assertThat(orders.text()).containsPattern(order + " .*25.00 USD .*posted");

        var listed = DeskProcess.sayIn(data, "payload", "ORDER=" + order);
        assertThat(listed.text()).contains("orders/create", "1 kept of " + order);
        var delivery = DeskProcess.ids(listed.text(), "orders/create").getFirst();
        var shown = DeskProcess.sayIn(data, "payload", "ID=" + delivery);
        assertThat(shown.text()).contains("\"sku\" : \"MUG-01\"", "of " + order);
    }
}
