package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.Await;
import io.orderloom.embedded.ChannelOption;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhooks that the door rejects, and webhooks that it accepts although no order can be read from
 * them.
 */
class BadInputTest {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    @TempDir static Path data;

    private static Journey journey;
    private static StoredItems stored;

    @BeforeAll
    static void start() throws Exception {
        journey =
                Journey.start(
                        Journey.options()
                                .data(data)
                                .channels(
                                        List.of(
                                                new ChannelOption(
                                                        "rotating-shop",
                                                        "shopify",
                                                        List.of("new-secret", "old-secret"),
                                                        Optional.empty()),
                                                new ChannelOption(
                                                        "flawed-shop",
                                                        "shopify",
                                                        List.of("hunter2\n"),
                                                        Optional.empty())))
                                .build());
        stored = new StoredItems(journey.stack().dynamoDbEndpoint());
    }

    @AfterAll
    static void stop() {
        stored.close();
        journey.close();
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_of_the_webhook_is_kept() throws Exception {
        var body = ShopifyPayload.created(order(3_001));
        var ofAnother = journey.shop().sign(ShopifyPayload.created(order(3_002)));

        var answer = journey.shop().send("orders/create", body, ofAnother);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).path("field").asText()).isEqualTo("signature");
        assertThat(problem(answer).path("detail").asText())
                .isEqualTo(
                        "the signature does not fit the body and an active secret of 'demo-shop'");
        // A later order has been booked, so the rejected one would have been handled by now.
        booked(3_003);
        assertThat(journey.stack().queues().depth(Queue.INBOUND).waiting()).isZero();
        assertThat(journey.stack().queues().deadLetters(Queue.INBOUND).waiting()).isZero();
        assertThat(stored.of("3001")).isEmpty();
        assertThat(stored.of("3003")).isNotEmpty();
        assertThat(journey.told(3_001)).isEmpty();
    }

    @Test
    void a_message_of_a_version_to_come_is_put_back_by_name_and_holds_up_nobody() throws Exception {
        var later =
                """
                {"message":"post-order","schema":99,"id":"m-99","orderId":"demo-shop:3099",
                 "correlationId":"c-99"}\
                """;
        try (var sqs = LocalAws.sqs(journey.stack().sqsEndpoint())) {
            sqs.sendMessage(r ->
                    r.queueUrl(journey.stack().queues().url(Queue.ERP))
                            .messageGroupId("demo-shop:3099")
                            .messageDeduplicationId("m-99")
                            .messageBody(later));
        }

        Await.until(
                Journey.PATIENCE,
                () ->
                        logged(
                                Function.ERP_POST,
                                "message.schema 99 is newer than 2, which this version reads"));
        booked(3_098);
        // The booked order's message is deleted only after its event was delivered.
        Await.until(
                Journey.PATIENCE, () -> journey.stack().queues().depth(Queue.ERP).inFlight() == 1);
        assertThat(journey.stack().queues().deadLetters(Queue.ERP).waiting()).isZero();
    }

    @Test
    void a_webhook_without_a_signature_is_refused() throws Exception {
        var answer = journey.shop().send("orders/create", ShopifyPayload.created(order(3_004)), "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).path("field").asText()).isEqualTo("signature");
    }

    @Test
    void while_a_secret_is_rotated_both_sign_and_no_third_one_does() throws Exception {
        var door = journey.stack().http().resolve("/webhooks/rotating-shop");
        var body = ShopifyPayload.created(order(3_005));

        for (var secret : List.of("new-secret", "old-secret", "older-secret")) {
            try (var shop = new Shop(door, secret)) {
                assertThat(shop.send("orders/create", body).statusCode())
                        .as(secret)
                        .isEqualTo(secret.equals("older-secret") ? 401 : 202);
            }
        }
    }

    @Test
    void a_bad_secret_of_one_instance_is_answered_503_there_and_stops_no_other() throws Exception {
        var door = journey.stack().http().resolve("/webhooks/flawed-shop");
        var body = ShopifyPayload.created(order(3_097));

        try (var shop = new Shop(door, "hunter2\n")) {
            var answer = shop.send("orders/create", body);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).contains("60");
            assertThat(problem(answer).path("field").asText()).isEqualTo("channelInstance");
        }
        booked(3_096);
        assertThat(
                        logged(
                                Function.INTAKE,
                                "'flawed-shop': signing secret 1 has a line break as character 8 of 8"))
                .isTrue();
        assertThat(logged(Function.INTAKE, "hunter2")).isFalse();
    }

    @Test
    void a_body_of_more_than_four_mebibytes_is_refused_with_its_size() throws Exception {
        var answer = journey.shop().send("orders/create", padded(LARGEST_BODY + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).path("field").asText()).isEqualTo("body");
        assertThat(problem(answer).path("detail").asText())
                .isEqualTo("4194305 bytes are more than the 4194304 that are taken");
    }

    @Test
    void ten_mebibytes_without_a_signature_are_refused_and_the_function_lives() throws Exception {
        var function = journey.stack().functions();
        var before = function.usage(Function.INTAKE).starts();

        var answer = journey.shop().send("orders/create", padded(10 * 1024 * 1024), "");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(journey.shop().send("orders/create", padded(5 * 1024 * 1024), "").statusCode())
                .isEqualTo(413);
        booked(3_013);
        assertThat(function.usage(Function.INTAKE).starts()).isEqualTo(before);
    }

    @Test
    void json_that_holds_too_much_of_anything_is_refused_with_the_place() throws Exception {
        var bodies =
                Map.of(
                        "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
                        "body",
                        "{\"a\":" + "1".repeat(1_001) + "}",
                        "a",
                        "{\"" + "n".repeat(50_001) + "\":1}",
                        "body",
                        "{\"total_price\":1,\"total_price\":2}",
                        "total_price",
                        "{\"line_items\":[" + "{},".repeat(1_390_000) + "{}]}",
                        "body");

        for (var body : bodies.entrySet()) {
            var answer = journey.shop().send("orders/create", body.getKey().getBytes(UTF_8));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer).path("field").asText()).isEqualTo(body.getValue());
            assertThat(problem(answer).path("detail").asText()).startsWith("line 1, column ");
        }
    }

    @Test
    void a_body_of_just_four_mebibytes_is_taken() throws Exception {
        var answer = journey.shop().send("orders/create", padded(LARGEST_BODY));

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void truncated_json_is_refused_with_the_place_where_it_ends() throws Exception {
        var whole = ShopifyPayload.created(order(3_006));

        var answer = journey.shop().send("orders/create", Arrays.copyOf(whole, whole.length - 100));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).path("title").asText()).isEqualTo("Not JSON");
        assertThat(problem(answer).path("field").asText()).isEqualTo("body");
        assertThat(problem(answer).path("detail").asText())
                .startsWith("line 1, column ")
                .contains("Unexpected end-of-input");
    }

    @Test
    void a_webhook_for_a_shop_that_is_not_configured_is_refused_by_its_name() throws Exception {
        var door = journey.stack().http().resolve("/webhooks/nobody");
        try (var shop = new Shop(door, journey.stack().demoShopSecret())) {
            var answer = shop.send("orders/create", ShopifyPayload.created(order(3_007)));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(problem(answer).path("field").asText()).isEqualTo("channelInstance");
            assertThat(problem(answer).path("detail").asText())
                    .isEqualTo("no channel instance 'nobody' is configured");
        }
    }

    @Test
    void an_order_that_can_not_be_read_is_taken_and_becomes_an_open_exception() throws Exception {
        var answer = journey.shop().send("orders/create", withoutCurrency(3_008));

        assertThat(answer.statusCode()).isEqualTo(202);
        var delivery = "delivery-" + json(answer).path("deliveryId").asText();
        var told = journey.await(delivery, "exception_raised").data();
        assertThat(told.path("type").asText()).isEqualTo("payload");
        assertThat(told.path("path").asText()).isEqualTo("currency");
        assertThat(told.path("reason").asText()).isEqualTo("is missing");
        assertThat(stored.openExceptions(delivery))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.path("type").asText()).isEqualTo("PAYLOAD");
                    assertThat(open.path("path").asText()).isEqualTo("currency");
                    assertThat(open.path("detail").asText())
                            .isEqualTo(told.path("reason").asText());
                    assertThat(open.path("owner").asText()).isEqualTo("INTEGRATION_TEAM");
                });
        // The payload is kept for the person who handles the exception.
        assertThat(stored.of(delivery)).anyMatch(key -> key.startsWith("RAW#"));
    }

    @Test
    void a_delivery_that_is_redriven_and_still_not_readable_is_an_exception_again()
            throws Exception {
        var answer = journey.shop().send("orders/create", withoutCurrency(3_011));
        var delivery = "delivery-" + json(answer).path("deliveryId").asText();
        journey.await(delivery, "exception_raised");
        var list = DeskProcess.say(journey.stack(), "exceptions").text();
        var id = "ID=" + DeskProcess.ids(list, delivery).getFirst();

        DeskProcess.say(
                journey.stack(),
                "exception",
                id,
                "DO=redrive",
                "BY=ada",
                "WHY=release 14 reads it");

        // By chance the exception is either closed and opened again, or recurs before it could be
        // closed.
        Await.until(Journey.PATIENCE, () -> stored.timesMet(delivery) == 2);
        assertThat(stored.openExceptions(delivery)).hasSize(1);
    }

    @Test
    void an_order_whose_lines_do_not_add_up_is_an_open_exception_and_never_booked()
            throws Exception {
        var order = order(3_009);
        var payload = (ObjectNode) StackJson.parse(ShopifyPayload.created(order)).orElseThrow();
        var declared = order.totalAmount().add(new BigDecimal("0.01"));
        payload.remove("total_price_set");
        payload.put("total_price", declared.toPlainString());

        var answer = journey.shop().send("orders/create", StackJson.bytes(payload));

        assertThat(answer.statusCode()).isEqualTo(202);
        var told = journey.await(order.id(), "exception_raised").data();
        assertThat(told.path("type").asText()).isEqualTo("money");
        assertThat(told.path("path").asText()).isEqualTo("total");
        assertThat(told.path("reason").asText())
                .startsWith("stated %s USD, but lines ".formatted(declared))
                .contains(" is %s USD; 0.01 USD is unexplained".formatted(order.totalAmount()));
        assertThat(told.path("owner").asText()).isEqualTo("finance");
        assertThat(stored.openExceptions("3009"))
                .singleElement()
                .satisfies(open -> assertThat(open.path("path").asText()).isEqualTo("total"));
        booked(3_010);
        assertThat(journey.documents(order.id())).isEmpty();
        assertThat(journey.kindsTold(order.id())).containsExactly("exception_raised");
    }

    @Test
    void the_number_of_a_card_in_a_note_is_kept_nowhere_and_the_order_goes_on() throws Exception {
        var card = "4111 1111 1111 1111";
        var payload =
                (ObjectNode) StackJson.parse(ShopifyPayload.created(order(3_014))).orElseThrow();
        payload.put("note", "pay with " + card + " please");

        journey.shop().send("orders/create", StackJson.bytes(payload));

        var told = journey.await("3014", "exception_raised").data();
        assertThat(told.path("path").asText()).isEqualTo("note");
        assertThat(told.path("reason").asText()).startsWith("card-number: ");
        journey.await(3_014, "posted");
        assertThat(stored.openExceptions("3014")).hasSize(1);
        var scan = DeskProcess.say(journey.stack(), "scan-pan", "LOGS=" + journey.stack().logs());
        assertThat(scan.text()).contains("found=0 unread=0").doesNotContain(card);
        assertThat(Files.readString(journey.stack().logs().resolve("intake.log")))
                .contains("held numbers of payment cards in 1 places", "CardNumbersFound");
    }

    private static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 333)), 595);
    }

    private static byte[] withoutCurrency(long id) {
        var payload = (ObjectNode) StackJson.parse(ShopifyPayload.created(order(id))).orElseThrow();
        payload.remove("currency");
        return StackJson.bytes(payload);
    }

    private static boolean logged(Function function, String text) {
        try {
            return Files.readString(journey.stack().logs().resolve(function.label() + ".log"))
                    .contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void booked(long id) throws Exception {
        journey.shop().send("orders/create", ShopifyPayload.created(order(id)));
        journey.await(id, "posted");
    }

    /** A JSON object of the given number of bytes. */
    private static byte[] padded(int bytes) {
        var frame = "{\"id\":3011,\"note\":\"\"}";
        return frame.replace("\"\"", '"' + "x".repeat(bytes - frame.length()) + '"')
                .getBytes(UTF_8);
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StackJson.parse(answer.body().getBytes(UTF_8)).orElseThrow();
    }
}
