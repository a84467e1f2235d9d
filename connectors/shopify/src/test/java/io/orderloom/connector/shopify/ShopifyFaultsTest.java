package io.orderloom.connector.shopify;

import static io.orderloom.connector.shopify.AdminAnswers.OWED;
import static io.orderloom.connector.shopify.AdminAnswers.order;
import static io.orderloom.connector.shopify.AdminAnswers.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error on the way to a refund belongs to one class of fault. */
@QuarkusTest
class ShopifyFaultsTest {
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
    void a_shop_that_says_how_long_to_wait_is_called_no_sooner() {
        shop.answer(429, "Retry-After", "2.4");

        assertThat(fault()).isEqualTo(new Fault.RateLimited(Duration.ofSeconds(3), "HTTP 429"));
    }

    @Test
    void a_lost_answer_to_a_refund_leaves_it_in_doubt_and_one_to_a_look_up_does_not() {
        shop.answer(502, "<html>").answer(order("", source("1", "manual", "46.87")));
        shop.answer(502, "<html>");

        assertThat(fault()).isEqualTo(new Fault.Transient("HTTP 502"));
        assertThat(fault()).isEqualTo(new Fault.InDoubt("HTTP 502"));
    }

    @Test
    void an_empty_answer_to_a_refund_leaves_it_in_doubt() {
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
                                "is 'USD', but the buyer paid in EUR"));
    }

    @Test
    void a_shop_that_is_not_there_is_tried_again() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        var answer = refunds.refund(AdminScript.settings("http://127.0.0.1:" + port), OWED);

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

    private RefundAnswer ask() {
        return refunds.refund(shop.settings(), OWED);
    }

    private Fault fault() {
        return ((Failed) ask()).fault();
    }
}
