package io.orderloom.channel.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.channel.Refunds.Settled;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refunds over HTTP, against answers as the vendor words them. */
@QuarkusTest
class ShopifyRefundsTest {
    /** A buyer who paid 46.87 EUR, of which the shop keeps its books in USD. */
    private static final RefundRequest OWED =
            new RefundRequest(
                    new OrderId("demo-shop", "450006"),
                    new Amount(Money.of("46.87", "EUR"), Money.of("50.81", "USD")),
                    "demo-shop:450006/refund/1",
                    "customer");

    @Inject ShopifyRefunds refunds;

    private AdminScript shop;

    @BeforeEach
    void start() throws IOException {
        shop = new AdminScript();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void what_is_owed_is_given_back_through_the_payment_that_holds_it() {
        shop.answer(order("", source("1", "shopify_payments", "46.87")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        var answer = refund();

        assertThat(answer).isEqualTo(new Settled("901", OWED.amount()));
        var look = shop.requests.getFirst();
        assertThat(look.path()).isEqualTo("/admin/api/2026-10/graphql.json");
        assertThat(look.token()).isEqualTo("shpat_token");
        assertThat(look.variables().path("id").asText()).isEqualTo("gid://shopify/Order/450006");
        var input = shop.requests.getLast().variables().path("input");
        assertThat(input.path("orderId").asText()).isEqualTo("gid://shopify/Order/450006");
        assertThat(input.path("currency").asText()).isEqualTo("EUR");
        assertThat(input.path("note").asText())
                .isEqualTo("Cancelled: customer [demo-shop:450006/refund/1]");
        assertThat(input.path("transactions").toString())
                .isEqualTo(
                        """
                        [{"orderId":"gid://shopify/Order/450006","kind":"REFUND",\
                        "gateway":"shopify_payments","parentId":"gid://shopify/OrderTransaction/1",\
                        "amount":"46.87"}]\
                        """);
        assertThat(shop.requests.getLast().body().path("query").asText())
                .contains("refundCreate(input: $input) @idempotent(key: $key)");
    }

    @Test
    void several_payments_give_back_what_each_of_them_holds() {
        shop.answer(
                        order(
                                "",
                                source("1", "gift_card", "20.00"),
                                source("2", "shopify_payments", "30.00")))
                .answer(
                        created(
                                refund(
                                        "901",
                                        "n",
                                        transaction("SUCCESS", "20.00"),
                                        transaction("SUCCESS", "26.87"))));

        assertThat(refund()).isEqualTo(new Settled("901", OWED.amount()));

        var parts = shop.requests.getLast().variables().path("input").path("transactions");
        assertThat(parts.findValuesAsText("amount")).containsExactly("20.00", "26.87");
        assertThat(parts.findValuesAsText("gateway"))
                .containsExactly("gift_card", "shopify_payments");
    }

    @Test
    void never_more_is_given_back_than_is_owed() {
        shop.answer(order("", source("1", "manual", "100.00")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        refund();

        assertThat(shop.requests.getLast().variables().findValuesAsText("amount"))
                .containsExactly("46.87");
    }

    @Test
    void attempts_that_ask_for_the_same_have_one_key_and_others_have_another() {
        for (var held : List.of("46.87", "46.87", "50.00")) {
            shop.answer(order("", source(held.equals("50.00") ? "2" : "1", "manual", held)))
                    .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));
            refund();
        }

        var keys = shop.requests.stream().map(r -> r.variables().path("key").asText());
        assertThat(keys.filter(key -> !key.isEmpty()).distinct()).hasSize(2);
    }

    @Test
    void a_refund_under_our_key_is_adopted() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(order(refund("901", ours, transaction("SUCCESS", "46.87"))));

        assertThat(refund()).isEqualTo(new Settled("901", OWED.amount()));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void a_refund_of_just_what_was_owed_that_somebody_made_in_the_shop_is_adopted() {
        shop.answer(order(refund("777", "", transaction("SUCCESS", "46.87"))));

        assertThat(refund()).isEqualTo(new Settled("777", OWED.amount()));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void what_somebody_gave_back_in_part_is_not_completed_unasked() {
        shop.answer(
                order(
                        refund("777", "", transaction("SUCCESS", "10.00")),
                        source("1", "manual", "36.87")));

        assertThat(fault())
                .isEqualTo(
                        new Fault.Rejected(
                                "less_refundable_than_owed",
                                "refunds",
                                "46.87 EUR is owed, but the payments can give back only 36.87"
                                        + " EUR; given back in the shop: 10.00 EUR (777)"));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void a_refund_that_is_on_its_way_is_waited_for() {
        shop.answer(order("", source("1", "klarna", "46.87")))
                .answer(created(refund("901", "n", transaction("PENDING", "46.87"))));

        assertThat(fault())
                .isEqualTo(new Fault.Transient("refund 901: 46.87 EUR is still on its way"));
    }

    @Test
    void a_refund_that_the_payment_provider_refused_is_no_refund() {
        shop.answer(order("", source("1", "klarna", "46.87")))
                .answer(created(refund("901", "n", transaction("FAILURE", "46.87"))));

        assertThat(fault())
                .isEqualTo(
                        new Fault.Rejected(
                                "refund_failed",
                                "901",
                                "refund 901: 0.00 EUR was given back, 46.87 EUR was refused by the"
                                        + " payment provider"));
    }

    @Test
    void what_the_shop_refuses_is_told_with_its_field_and_reason() {
        shop.answer(order("", source("1", "manual", "46.87")))
                .answer(
                        """
                        {"data":{"refundCreate":{"refund":null,"userErrors":[
                         {"field":["transactions","0","parentId"],"message":"is invalid"}]}}}\
                        """)
                .answer(order("", source("1", "manual", "46.87")));

        assertThat(fault())
                .isEqualTo(
                        new Fault.Rejected(
                                "refund_refused",
                                "transactions.0.parentId",
                                "transactions.0.parentId: is invalid"));
    }

    @Test
    void a_refusal_because_a_lost_attempt_was_carried_out_meanwhile_is_none() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(order("", source("1", "manual", "46.87")))
                .answer(
                        """
                        {"data":{"refundCreate":{"refund":null,"userErrors":[{"field":null,"message":
                         "Refund amount $46.87 is greater than net payment received $0.00"}]}}}\
                        """)
                .answer(order(refund("901", ours, transaction("SUCCESS", "46.87"))));

        assertThat(refund()).isEqualTo(new Settled("901", OWED.amount()));
    }

    @Test
    void a_throttled_shop_is_asked_again_when_its_bucket_holds_enough() {
        shop.answer(
                """
                {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
                 "extensions":{"cost":{"requestedQueryCost":752,"actualQueryCost":null,
                  "throttleStatus":{"maximumAvailable":1000.0,"currentlyAvailable":666,
                                    "restoreRate":50.0}}}}\
                """);

        assertThat(fault())
                .isEqualTo(new Fault.RateLimited(Duration.ofSeconds(2), "THROTTLED: Throttled"));
    }

    @Test
    void a_shop_that_says_how_long_to_wait_is_obeyed() {
        shop.answer(429, "Retry-After", "2.4");

        assertThat(fault()).isEqualTo(new Fault.RateLimited(Duration.ofSeconds(3), "HTTP 429"));
    }

    @Test
    void a_lost_answer_to_the_refund_leaves_it_in_doubt_and_to_the_look_does_not() {
        shop.answer(502, "<html>").answer(order("", source("1", "manual", "46.87")));
        shop.answer(502, "<html>");

        assertThat(fault()).isEqualTo(new Fault.Transient("HTTP 502"));
        assertThat(fault()).isEqualTo(new Fault.InDoubt("HTTP 502"));
    }

    @Test
    void an_answer_to_the_refund_that_says_nothing_leaves_it_in_doubt() {
        for (var nothing : List.of("", "<html>", "{}", "{\"data\":{\"refundCreate\":null}}")) {
            shop.answer(order("", source("1", "manual", "46.87"))).answer(nothing);

            assertThat(fault()).as(nothing).isInstanceOf(Fault.InDoubt.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized",
        "403, Unauthorized",
        "402, Rejected",
        "404, Rejected",
        "423, Rejected",
        "400, Bug",
        "500, Transient",
        "503, Transient",
    })
    void each_status_is_one_class_of_fault(int status, String fault) {
        shop.answer(status, "{\"errors\":\"no\"}");

        assertThat(fault().getClass().getSimpleName()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED, Unauthorized",
        "SHOP_INACTIVE, Rejected",
        "BAD_REQUEST, Bug",
        "MAX_COST_EXCEEDED, Bug",
        "INTERNAL_SERVER_ERROR, InDoubt",
    })
    void each_error_code_is_one_class_of_fault(String code, String fault) {
        shop.answer(order("", source("1", "manual", "46.87")))
                .answer(
                        """
                        {"errors":[{"message":"no","extensions":{"code":"%s"}}]}\
                        """
                                .formatted(code));

        var met = fault();

        assertThat(met.getClass().getSimpleName()).isEqualTo(fault);
        assertThat(met.detail()).isEqualTo(code + ": no");
    }

    @Test
    void an_order_that_the_shop_does_not_know_is_named() {
        shop.answer("{\"data\":{\"order\":null}}");

        assertThat(fault())
                .isEqualTo(
                        new Fault.Rejected(
                                "unknown_order", "450006", "the shop knows no order 450006"));
    }

    @Test
    void a_payment_in_another_currency_is_named() {
        shop.answer(order("", source("1", "manual", "46.87").replace("EUR", "USD")));

        assertThat(fault())
                .isEqualTo(
                        new Fault.Invalid(
                                "data.order.suggestedRefund.suggestedTransactions[0]"
                                        + ".maximumRefundableSet.presentmentMoney.currencyCode",
                                "is USD, but the buyer paid in EUR"));
    }

    @Test
    void a_shop_that_is_not_there_is_tried_again() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        var answer = refunds.refund(settings("http://127.0.0.1:" + port), OWED);

        assertThat(answer).isEqualTo(new Failed(new Fault.Transient("no connection to the shop")));
    }

    @Test
    void a_shop_without_an_api_is_named() {
        assertThat(refunds.refund(Webhooks.SHOP, OWED))
                .isEqualTo(
                        new Failed(
                                new Fault.Rejected(
                                        "api_not_configured",
                                        "api",
                                        "ORDERLOOM_CHANNELS names no api for 'demo-shop'")));
    }

    private RefundAnswer refund() {
        return refunds.refund(settings(shop.url()), OWED);
    }

    private Fault fault() {
        return ((Failed) refund()).fault();
    }

    private static ChannelSettings settings(String url) {
        return new ChannelSettings(
                "demo-shop",
                "shopify",
                List.of("secret"),
                ZoneId.of("UTC"),
                Optional.of(new ChannelSettings.Api(url, "shpat_token")));
    }

    private static String order(String refund, String... sources) {
        return """
        {"data":{"order":{"refunds":[%s],
         "suggestedRefund":{"suggestedTransactions":[%s]}}},
         "extensions":{"cost":{"requestedQueryCost":52}}}\
        """
                .formatted(refund, String.join(",", sources));
    }

    private static String source(String id, String gateway, String refundable) {
        return """
        {"gateway":"%s","parentTransaction":{"id":"gid://shopify/OrderTransaction/%s"},
         "maximumRefundableSet":{"presentmentMoney":{"amount":"%s","currencyCode":"EUR"}}}\
        """
                .formatted(gateway, id, refundable);
    }

    private static String created(String refund) {
        return """
        {"data":{"refundCreate":{"refund":%s,"userErrors":[]}}}\
        """
                .formatted(refund);
    }

    private static String refund(String id, String note, String... transactions) {
        return """
        {"legacyResourceId":"%s","note":"%s","transactions":{"nodes":[%s]}}\
        """
                .formatted(id, note, String.join(",", transactions));
    }

    private static String transaction(String status, String amount) {
        return """
        {"kind":"REFUND","status":"%s",
         "amountSet":{"presentmentMoney":{"amount":"%s","currencyCode":"EUR"}}}\
        """
                .formatted(status, amount);
    }
}
