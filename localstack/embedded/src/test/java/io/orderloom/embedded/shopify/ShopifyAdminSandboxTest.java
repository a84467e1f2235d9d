package io.orderloom.embedded.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox rejects what Shopify rejects, and forgets nothing. */
class ShopifyAdminSandboxTest {
    private static final String PAYMENT = "gid://shopify/OrderTransaction/11001";

    @TempDir Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private ShopifyAdminSandbox shop;

    @BeforeEach
    void start() throws IOException {
        shop = open();
        shop.know(
                new ShopOrder(
                        "1001",
                        "EUR",
                        new BigDecimal("30.00"),
                        "shopify_payments",
                        Optional.empty()));
    }

    @AfterEach
    void stop() {
        shop.close();
        http.close();
    }

    @Test
    void a_refund_is_made_once_for_each_key_and_shown_with_the_order() throws Exception {
        give("key-1", "1001", PAYMENT, "EUR", "12.50");
        give("key-1", "1001", PAYMENT, "EUR", "12.50");

        assertThat(shop.refunds("1001"))
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualByComparingTo("12.50"));
        var order = look("1001");
        assertThat(order.at("/refunds/0/note").asText()).isEqualTo("a note");
        assertThat(order.at("/refunds/0/transactions/nodes/0/status").asText())
                .isEqualTo("SUCCESS");
        assertThat(
                        order.at(
                                        "/suggestedRefund/suggestedTransactions/0/maximumRefundableSet"
                                                + "/presentmentMoney/amount")
                                .asText())
                .isEqualTo("17.50");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1001, gid://shopify/OrderTransaction/11001, EUR, 30.01, `[]`, Refund amount $30.01 is greater than net payment received $30.00",
                "1001, gid://shopify/OrderTransaction/11001, USD, 10.00, `[\"currency\"]`, Currency must be the order's presentment currency",
                "1001, gid://shopify/OrderTransaction/2, EUR, 10.00, `[\"transactions\",\"0\",\"parentId\"]`, Payment does not exist",
                "1001, gid://shopify/OrderTransaction/11001, EUR, 0, `[\"transactions\",\"0\",\"amount\"]`, Amount must be greater than zero",
                "1002, gid://shopify/OrderTransaction/11001, EUR, 10.00, `[\"orderId\"]`, Order does not exist",
            })
    void a_refund_of_more_than_is_refundable_is_refused(
            String order, String payment, String currency, String amount, String field, String why)
            throws Exception {
        var answer = give("key-1", order, payment, currency, amount);

        var refused = answer.at("/data/refundCreate/userErrors/0");
        assertThat(refused.path("message").asText()).isEqualTo(why);
        assertThat(refused.path("field").isNull() ? "[]" : refused.path("field").toString())
                .isEqualTo(field);
        assertThat(shop.refunds()).isEmpty();
    }

    @Test
    void a_key_that_comes_with_another_request_is_refused() throws Exception {
        give("key-1", "1001", PAYMENT, "EUR", "12.50");

        var answer = give("key-1", "1001", PAYMENT, "EUR", "2.50");

        assertThat(answer.at("/data/refundCreate/userErrors/0/message").asText())
                .isEqualTo(
                        "The same idempotency key cannot be used with different operation"
                                + " parameters.");
        assertThat(shop.refunds()).hasSize(1);
    }

    @Test
    void a_refund_without_a_key_is_not_understood() throws Exception {
        var answer =
                post(
                        "mutation { refundCreate(input: {orderId: \"gid://shopify/Order/1001\"})"
                                + " { userErrors { message } } }");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
        assertThat(answer.at("/errors/0/message").asText()).startsWith("The @idempotent directive");
    }

    @Test
    void a_field_that_shopify_does_not_have_is_not_understood() throws Exception {
        var answer = post("{ order(id: \"gid://shopify/Order/1001\") { refundable_total } }");

        assertThat(answer.at("/errors/0/message").asText()).contains("refundable_total");
        assertThat(answer.path("data").isMissingNode()).isTrue();
    }

    @Test
    void a_wrong_token_is_refused() throws Exception {
        assertThat(send("wrong", "{\"query\":\"{ order(id: 1) { id } }\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_request_that_is_no_json_is_refused() throws Exception {
        assertThat(send("admin-token", "query").statusCode()).isEqualTo(400);
    }

    @Test
    void a_restart_forgets_no_order_and_no_refund() throws Exception {
        give("key-1", "1001", PAYMENT, "EUR", "12.50");
        shop.close();

        shop = open();

        give("key-1", "1001", PAYMENT, "EUR", "12.50");
        assertThat(shop.refunds("1001")).hasSize(1);
        assertThat(look("1001").path("refunds")).hasSize(1);
    }

    @Test
    void a_throttled_request_gives_nothing_back_and_says_how_long_to_wait() throws Exception {
        shop.failNext(1, new AdminFault.Throttled(Duration.ofSeconds(3)));

        var answer = give("key-1", "1001", PAYMENT, "EUR", "12.50");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        var cost = answer.at("/extensions/cost");
        var missing =
                cost.path("requestedQueryCost").asLong()
                        - cost.at("/throttleStatus/currentlyAvailable").asLong();
        assertThat(missing / cost.at("/throttleStatus/restoreRate").asLong()).isEqualTo(3);
        assertThat(shop.refunds()).isEmpty();
    }

    @Test
    void a_cancelled_order_is_known_from_its_webhook_less_what_was_given_back_by_then()
            throws Exception {
        shop.sent(
                """
                {"id": 1003, "cancelled_at": "2026-11-02T11:00:00-05:00", "currency": "USD",
                 "presentment_currency": "USD", "financial_status": "partially_refunded",
                 "total_price": "20.00", "refunds": [{"transactions": [
                   {"kind": "refund", "status": "success", "amount": "5.00"},
                   {"kind": "refund", "status": "failure", "amount": "9.00"}]}]}\
                """
                        .getBytes(UTF_8));
        shop.sent("{\"id\": 1004, \"cancelled_at\": null, \"total_price\": \"1\"}".getBytes(UTF_8));

        assertThat(look("1003").at("/suggestedRefund/suggestedTransactions").toString())
                .contains("\"amount\":\"15.00\"");
        assertThat(look("1003").path("cancelledAt").asText())
                .isEqualTo("2026-11-02T11:00:00-05:00");
        assertThat(look("1001").path("cancelledAt").isNull()).isTrue();
        assertThat(look("1004").isNull()).isTrue();
    }

    private ShopifyAdminSandbox open() throws IOException {
        return new ShopifyAdminSandbox(0, directory.resolve("refunds.jsonl"), "admin-token");
    }

    private JsonNode look(String order) throws Exception {
        return post("""
        { order(id: "gid://shopify/Order/%s") {
          cancelledAt
          refunds(first: 5) { note transactions(first: 5) { nodes { status } } }
          suggestedRefund(suggestFullRefund: true) { suggestedTransactions {
            maximumRefundableSet { presentmentMoney { amount } } } } } }\
        """
                        .formatted(order))
                .at("/data/order");
    }

    private JsonNode give(String key, String order, String payment, String currency, String amount)
            throws Exception {
        return post(
                """
                mutation { refundCreate(input: {
                  orderId: "gid://shopify/Order/%s", currency: "%s", note: "a note",
                  transactions: [{orderId: "gid://shopify/Order/%s", kind: REFUND,
                    gateway: "shopify_payments", parentId: "%s", amount: "%s"}]})
                  @idempotent(key: "%s") { refund { id } userErrors { field message } } }\
                """
                        .formatted(order, currency, order, payment, amount, key));
    }

    private JsonNode post(String document) throws Exception {
        var answer = send("admin-token", StackJson.object().put("query", document).toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return StackJson.parse(answer.body().getBytes(UTF_8)).orElseThrow();
    }

    private HttpResponse<String> send(String token, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(shop.address().resolve("/admin/api/2026-10/graphql.json"))
                        .header("X-Shopify-Access-Token", token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
