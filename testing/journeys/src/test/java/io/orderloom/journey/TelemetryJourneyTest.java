package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.SandboxFault;
import io.orderloom.embedded.poller.RetryDelay;
import io.orderloom.topology.Function;
import io.orderloom.topology.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The telemetry of an order that was booked, cancelled and refunded, and of failures. */
class TelemetryJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SampleOrder ORDER =
            new SampleOrder(
                    3_001, List.of(new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111)), 595);

    private static final SampleOrder TEST =
            new SampleOrder(
                    3_002, List.of(new Item("POT-12", "Teapot, 0.8 l", 1, 3_999, 555)), 595);

    @TempDir static Path data;

    private static Journey journey;
    private static String placed;
    private static String cancelled;

    @BeforeAll
    static void live() throws Exception {
        journey =
                Journey.start(
                        Journey.options()
                                .data(data.resolve("stack"))
                                .retryDelay(new RetryDelay.After(Duration.ofSeconds(1)))
                                .environment(
                                        Map.of(
                                                "ORDERLOOM_LEASE", "5s",
                                                "ORDERLOOM_STAGE", "test",
                                                "ORDERLOOM_CURRENCIES", "EUR,USD"))
                                .build());
        journey.stack().erp().failNext(1, new SandboxFault.Unavailable());
        placed = send("orders/create", ShopifyPayload.created(ORDER));
        journey.await(ORDER.id(), "posted");
        cancelled = send("orders/cancelled", ShopifyPayload.cancelled(ORDER));
        journey.await(ORDER.id(), "erp_cancelled");
        journey.await(ORDER.id(), "refunded");
        journey.awaitQuiet();
        unsigned();
        unreadable();
        test();
        journey.awaitQuiet();
        journey.stack().schedules().call(Schedule.WORK);
    }

    @AfterAll
    static void stop() throws Exception {
        journey.close();
    }

    /** Sends a webhook and returns the correlation id of the answer. */
    private static String send(String topic, byte[] body) throws Exception {
        var answer = journey.shop().send(topic, body);
        assertThat(answer.statusCode()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("correlationId").asText();
    }

    private static void unsigned() throws Exception {
        var answer =
                journey.shop()
                        .send("orders/create", ShopifyPayload.created(ORDER), "bm90IHNpZ25lZA");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    /** Sends personal data in an invalid field; messages about the field must not repeat it. */
    private static void unreadable() throws Exception {
        var text = new String(ShopifyPayload.created(ORDER), StandardCharsets.UTF_8);
        send(
                "orders/create",
                text.replaceFirst("\"currency\":\"[A-Z]+\"", "\"currency\":\"ada@example.org\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a test order that does not add up; its exception must not be counted in any metric. */
    private static void test() throws Exception {
        var text = new String(ShopifyPayload.created(TEST), StandardCharsets.UTF_8);
        var body =
                text.replace("\"test\":false", "\"test\":true")
                        .replace(TEST.totalAmount().toPlainString(), "1.00");
        send("orders/create", body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> raw(Function function) {
        try {
            return Files.readAllLines(journey.stack().logs().resolve(function.label() + ".log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<JsonNode> lines(Function function) {
        return raw(function).stream().map(line -> json(function, line)).toList();
    }

    private static JsonNode json(Function function, String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException plain) {
            throw new AssertionError(function.label() + " wrote: " + line, plain);
        }
    }

    private static Stream<JsonNode> about(Function function, String correlationId) {
        return lines(function).stream()
                .filter(l -> l.path("mdc").path("correlationId").asText().equals(correlationId));
    }

    private static Stream<JsonNode> measured(Function function, String metric) {
        return lines(function).stream().filter(line -> line.has("_aws") && line.has(metric));
    }

    @Test
    void every_log_line_is_json_and_is_a_metric_or_has_a_correlation_id() {
        for (var function : Function.values()) {
            assertThat(lines(function))
                    .as(function.label())
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line.has("_aws") || line.path("mdc").has("correlationId"))
                                    .as("%s", line)
                                    .isTrue());
        }
    }

    @Test
    void an_order_is_found_in_every_function_that_it_went_through() {
        assertThat(about(Function.INTAKE, placed)).hasSize(1);
        assertThat(about(Function.NORMALIZE, placed)).hasSize(1);
        assertThat(about(Function.ERP_POST, placed)).isNotEmpty();
        assertThat(about(Function.STATUS_FANOUT, placed)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(about(Function.NORMALIZE, cancelled)).isNotEmpty();
        // The tasks that undo an order have the order's own id, not that of the cancellation.
        assertThat(about(Function.REFUND_COMPENSATION, placed)).isNotEmpty();
    }

    @Test
    void the_trace_that_began_at_intake_goes_on_to_the_subscribers() {
        var begun = about(Function.INTAKE, placed).map(TelemetryJourneyTest::trace).toList();
        var undone = about(Function.INTAKE, cancelled).map(TelemetryJourneyTest::trace).toList();

        assertThat(begun).singleElement().asString().startsWith("1-");
        assertThat(undone).singleElement().asString().startsWith("1-");
        for (var function : List.of(Function.NORMALIZE, Function.ERP_POST)) {
            assertThat(traces(function)).as(function.label()).containsOnlyOnceElementsOf(begun);
            assertThat(traces(function)).as(function.label()).hasSize(1);
        }
        // The tasks that undo an order keep the order's own id and take the trace of the
        // cancellation's webhook.
        assertThat(traces(Function.STATUS_FANOUT))
                .containsExactlyInAnyOrder(begun.getFirst(), undone.getFirst());
        assertThat(traces(Function.REFUND_COMPENSATION)).containsExactlyElementsOf(undone);
    }

    private static List<String> traces(Function function) {
        return about(function, placed).map(TelemetryJourneyTest::trace).distinct().toList();
    }

    private static String trace(JsonNode line) {
        return line.path("mdc").path("traceId").asText();
    }

    @Test
    void no_line_holds_personal_data_or_a_secret() {
        var confidential =
                List.of(
                        "ada@example.org",
                        "Ada",
                        "1 Example Street",
                        // Five digits alone could occur in a timestamp.
                        "10001-0420",
                        journey.stack().demoShopSecret(),
                        journey.stack().demoShopToken(),
                        journey.stack().subscriberSecret());
        for (var function : Function.values()) {
            for (var word : confidential) {
                assertThat(raw(function))
                        .as(function.label())
                        .noneMatch(line -> line.contains(word));
            }
        }
    }

    @Test
    void the_sweep_measures_what_is_open() {
        var raised = measured(Function.NORMALIZE, "ExceptionsRaised").toList();
        assertThat(raised).hasSize(1);
        assertThat(raised.getFirst().path("Exception").asText()).isEqualTo("payload");

        var swept = measured(Function.MAINTENANCE, "OpenExceptions").toList();
        assertThat(swept).hasSize(1);
        assertThat(swept.getFirst().path("OpenExceptions").asLong()).isEqualTo(1);
        assertThat(swept.getFirst().path("RefundBacklog").asLong()).isZero();
        assertThat(swept.getFirst().has("ExceptionAge")).isTrue();
        assertThat(money("MoneyAtRisk")).containsExactly("EUR 0", "USD 0");
        assertThat(money("RefundBacklogMoney")).containsExactly("EUR 0", "USD 0");
        assertThat(measured(Function.MAINTENANCE, "Sweeps").map(l -> l.path("Schedule").asText()))
                .containsExactly("work");
    }

    private static Stream<String> money(String metric) {
        return measured(Function.MAINTENANCE, metric)
                .map(line -> line.path("Currency").asText() + " " + line.path(metric).asLong())
                .sorted();
    }

    @Test
    void an_exception_of_a_test_order_is_neither_published_nor_counted() {
        assertThat(journey.items(TEST.id()).keySet())
                .singleElement()
                .asString()
                .startsWith("EXCEPTION#");
        assertThat(journey.kindsTold(TEST.id())).isEmpty();
    }

    @Test
    void acceptance_and_posting_are_measured_and_nothing_failed() {
        assertThat(measured(Function.INTAKE, "AcceptanceLatency")).hasSize(4);
        var delay = measured(Function.ERP_POST, "ErpPostingDelay").toList();
        assertThat(delay).hasSize(1);
        assertThat(delay.getFirst().path("Stage").asText()).isEqualTo("test");
        assertThat(delay.getFirst().path("ErpPostingDelay").asLong()).isPositive();
        for (var function : Function.values()) {
            assertThat(measured(function, "Failures")).as(function.label()).isEmpty();
        }
    }
}
