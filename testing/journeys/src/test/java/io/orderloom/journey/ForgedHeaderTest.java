package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.Await;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.lambda.InvocationOutcome;
import io.orderloom.embedded.shopify.ShopOrder;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signed bodies with headers that no signature covers, and the requests that the door rejects, by
 * reason.
 */
class ForgedHeaderTest {
    @TempDir static Path data;

    private static Journey journey;
    private static StoredItems stored;

    @BeforeAll
    static void start() throws Exception {
        journey = Journey.start(Journey.options().data(data.resolve("stack")).build());
        stored = new StoredItems(journey.stack().dynamoDbEndpoint());
    }

    @AfterAll
    static void stop() {
        stored.close();
        journey.close();
    }

    @Test
    void an_order_sent_again_as_a_cancellation_stays_booked_and_paid() throws Exception {
        var order = order(4_001);
        journey.stack().shop().know(goingOn(order));
        journey.shop().send("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        journey.shop().send("orders/cancelled", ShopifyPayload.created(order));

        // Each delivery is kept as it came, so two payloads show that both were handled.
        Await.until(Journey.PATIENCE, () -> journey.payloads(order.id()) == 2);
        journey.awaitQuiet();
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(document -> assertThat(document.cancelled()).isFalse());
        assertThat(journey.stack().shop().refunds("4001")).isEmpty();
        assertThat(journey.kindsTold(order.id())).containsOnly("accepted", "posted");
    }

    @Test
    void a_cancelled_order_under_any_topic_is_cancelled_once_and_contradicts_nothing()
            throws Exception {
        var order = order(4_002);
        journey.shop().send("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        for (var topic : List.of("orders/updated", "orders/create", "orders/cancelled")) {
            journey.shop().send(topic, ShopifyPayload.cancelled(order));
        }

        journey.await(order.id(), "refunded");
        Await.until(Journey.PATIENCE, () -> journey.payloads(order.id()) == 4);
        journey.awaitQuiet();
        assertThat(journey.stack().shop().refunds("4002")).hasSize(1);
        assertThat(journey.documents(order.id()))
                .singleElement()
                .satisfies(document -> assertThat(document.cancelled()).isTrue());
        assertThat(stored.openExceptions("4002")).isEmpty();
    }

    @Test
    void no_money_is_given_back_while_the_shop_does_not_show_the_order_as_cancelled()
            throws Exception {
        var order = order(4_003);
        journey.stack().shop().know(goingOn(order));
        journey.shop().send("orders/create", ShopifyPayload.created(order));
        journey.await(order.id(), "posted");

        journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));

        var told = journey.await(order.id(), "exception_raised").data();
        assertThat(told.path("type").asText()).isEqualTo("refund");
        assertThat(told.path("reason").asText()).contains("does not show the order as cancelled");
        assertThat(journey.stack().shop().refunds("4003")).isEmpty();
    }

    @Test
    void a_topic_that_is_not_read_is_counted_logged_once_and_never_an_exception() throws Exception {
        var cart = "{\"id\": \"eeafa272cebf\", \"token\": \"eeafa272cebf\", \"line_items\": []}";

        for (int i = 0; i < 5; i++) {
            var answer = journey.shop().send("carts/update", cart.getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(202);
        }

        Await.until(Journey.PATIENCE, () -> unread() == 5);
        journey.awaitQuiet();
        var pids = journey.stack().functions().pids(Function.NORMALIZE).size();
        assertThat(lines(Function.NORMALIZE))
                .filteredOn(line -> line.path("message").asText().contains("'carts/update'"))
                .hasSizeBetween(1, pids)
                .allSatisfy(line ->
                        assertThat(line.path("message").asText())
                                .startsWith(
                                        "demo-shop: webhooks of topic 'carts/update' are about"));
        assertThat(measured(Function.NORMALIZE, "ExceptionsRaised"))
                .noneMatch(line -> line.path("Exception").asText().equals("payload"));
    }

    @Test
    void each_refused_webhook_is_counted_by_its_reason() throws Exception {
        var body = ShopifyPayload.created(order(4_004));
        var before = refused();

        assertRefused(journey.shop().send("orders/create", body, "bm90IHNpZ25lZA"), 401);
        assertRefused(journey.shop().send("orders/create", "[]".getBytes(UTF_8)), 400);
        assertRefused(journey.shop().send("orders/create", blanks(4 * 1024 * 1024 + 1)), 413);
        assertRefused(sendTo("n".repeat(3_000), EmbeddedStack.DEMO_SHOP_DOMAIN, body), 404);
        var stranger = sendTo(EmbeddedStack.DEMO_SHOP, "us-shop.myshopify.com", body);
        assertRefused(stranger, 403);

        assertThat(json(stranger).path("field").asText()).isEqualTo("x-shopify-shop-domain");
        assertThat(json(stranger).path("detail").asText())
                .isEqualTo(
                        "'us-shop.myshopify.com' is not demo-shop.myshopify.com, to which this"
                                + " channel instance is bound");
        for (var reason :
                List.of("signature", "malformed", "too-large", "unknown-instance", "shop")) {
            Await.until(
                    Journey.PATIENCE,
                    () ->
                            refused().getOrDefault(reason, 0L)
                                    == before.getOrDefault(reason, 0L) + 1);
        }
        assertThat(stored.of("4004")).isEmpty();
    }

    private static byte[] blanks(int bytes) {
        return " ".repeat(bytes).getBytes(UTF_8);
    }

    @Test
    void a_long_name_of_an_unknown_instance_is_repeated_only_in_part() throws Exception {
        var answer =
                sendTo("n".repeat(3_000), EmbeddedStack.DEMO_SHOP_DOMAIN, "{}".getBytes(UTF_8));

        assertThat(json(answer).path("detail").asText())
                .isEqualTo("no channel instance '%s…' is configured".formatted("n".repeat(64)));
    }

    @Test
    void accepted_webhooks_are_counted_by_channel() throws Exception {
        journey.shop().send("orders/create", ShopifyPayload.created(order(4_005)));

        Await.until(
                Journey.PATIENCE,
                () -> measured(Function.INTAKE, "WebhooksTaken").findAny().isPresent());
        assertThat(measured(Function.INTAKE, "WebhooksTaken"))
                .allSatisfy(line ->
                        assertThat(line.path("Channel").asText())
                                .isEqualTo(EmbeddedStack.DEMO_SHOP));
    }

    @Test
    void a_schedule_of_an_earlier_version_is_no_failure() throws Exception {
        for (var function : List.of(Function.NORMALIZE, Function.MAINTENANCE)) {
            var outcome =
                    journey.stack()
                            .functions()
                            .invoke(
                                    function,
                                    "{\"sweep\":\"sources\"}".getBytes(UTF_8),
                                    Journey.PATIENCE);

            assertThat(outcome)
                    .as(function.label())
                    .isNotInstanceOf(InvocationOutcome.Failed.class);
            assertThat(measured(function, "Failures")).as(function.label()).isEmpty();
        }
    }

    private static HttpResponse<String> sendTo(String instance, String domain, byte[] body)
            throws Exception {
        var door = journey.stack().http().resolve("/webhooks/" + instance);
        try (var shop = new Shop(door, journey.stack().demoShopSecret(), domain)) {
            return shop.send("orders/create", body);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StackJson.parse(answer.body().getBytes(UTF_8)).orElseThrow();
    }

    /** The order as the shop has it while it carries out the cancellation. */
    private static ShopOrder goingOn(SampleOrder order) {
        return new ShopOrder(
                Long.toString(order.id()),
                "USD",
                order.totalAmount(),
                "shopify_payments",
                Optional.empty());
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 333)), 595);
    }

    private static Map<String, Long> refused() {
        return measured(Function.INTAKE, "WebhooksRefused")
                .collect(
                        Collectors.groupingBy(
                                line -> line.path("Refusal").asText(), Collectors.counting()));
    }

    private static long unread() {
        return measured(Function.NORMALIZE, "WebhooksUnread")
                .mapToLong(line -> Math.max(1, line.path("WebhooksUnread").size()))
                .sum();
    }

    private static Stream<JsonNode> measured(Function function, String metric) {
        return lines(function).stream().filter(line -> line.has("_aws") && line.has(metric));
    }

    private static List<JsonNode> lines(Function function) {
        var log = journey.stack().logs().resolve(function.label() + ".log");
        try (var lines = Files.lines(log)) {
            return lines.flatMap(line -> StackJson.parse(line.getBytes(UTF_8)).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
