package io.orderloom.connector.shopify;

import static io.orderloom.connector.shopify.AdminAnswers.OWED;
import static io.orderloom.connector.shopify.AdminAnswers.created;
import static io.orderloom.connector.shopify.AdminAnswers.goingOn;
import static io.orderloom.connector.shopify.AdminAnswers.order;
import static io.orderloom.connector.shopify.AdminAnswers.refund;
import static io.orderloom.connector.shopify.AdminAnswers.source;
import static io.orderloom.connector.shopify.AdminAnswers.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.Pending;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.channel.Refunds.Settled;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds over HTTP, against answers in the vendor's wording. */
@QuarkusTest
class ShopifyRefundsTest {
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
    void the_amount_owed_is_given_back_through_the_payment_that_holds_it() {
        shop.answer(order("", source("1", "shopify_payments", "46.87")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        var answer = ask();

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

        assertThat(ask()).isEqualTo(new Settled("901", OWED.amount()));

        var parts = shop.requests.getLast().variables().path("input").path("transactions");
        assertThat(parts.findValuesAsText("amount")).containsExactly("20.00", "26.87");
        assertThat(parts.findValuesAsText("gateway"))
                .containsExactly("gift_card", "shopify_payments");
    }

    @Test
    void never_more_is_given_back_than_is_owed() {
        shop.answer(order("", source("1", "manual", "100.00")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        ask();

        assertThat(shop.requests.getLast().variables().findValuesAsText("amount"))
                .containsExactly("46.87");
    }

    @Test
    void attempts_at_the_same_refund_share_one_key_and_other_refunds_have_another() {
        for (var held : List.of("46.87", "46.87", "50.00")) {
            shop.answer(order("", source(held.equals("50.00") ? "2" : "1", "manual", held)))
                    .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));
            ask();
        }

        var keys = shop.requests.stream().map(r -> r.variables().path("key").asText());
        assertThat(keys.filter(key -> !key.isEmpty()).distinct()).hasSize(2);
    }

    @Test
    void a_refund_under_our_key_is_adopted() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(order(refund("901", ours, transaction("SUCCESS", "46.87"))));

        assertThat(ask()).isEqualTo(new Settled("901", OWED.amount()));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void a_refund_of_exactly_the_amount_owed_that_somebody_made_in_the_shop_is_adopted() {
        shop.answer(order(refund("777", "", transaction("SUCCESS", "46.87"))));

        assertThat(ask()).isEqualTo(new Settled("777", OWED.amount()));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void nothing_is_given_back_for_an_order_that_the_shop_does_not_show_as_cancelled() {
        shop.answer(goingOn("", source("1", "shopify_payments", "46.87")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        var answer = ask();

        assertThat(answer)
                .isEqualTo(
                        new Failed(
                                new Fault.Rejected(
                                        "order_not_cancelled",
                                        "cancelledAt",
                                        "the shop does not show the order as cancelled; cancel it"
                                                + " there, then ask for the refund again")));
        assertThat(shop.requests).hasSize(1);
        assertThat(shop.requests.getFirst().body().path("query").asText()).contains("cancelledAt");
    }

    @Test
    void a_refund_under_our_key_is_adopted_whatever_became_of_the_order() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(goingOn(refund("901", ours, transaction("SUCCESS", "46.87"))));

        assertThat(ask()).isEqualTo(new Settled("901", OWED.amount()));
    }

    @Test
    void a_partial_refund_that_somebody_made_is_not_completed_unasked() {
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

        assertThat(ask()).isEqualTo(new Pending("901", Money.of("46.87", "EUR")));
    }

    @Test
    void nothing_more_is_given_back_while_a_refund_of_the_shop_is_under_way() {
        shop.answer(
                order(
                        refund("777", "", transaction("PENDING", "46.87")),
                        source("1", "manual", "46.87")));

        assertThat(ask()).isEqualTo(new Pending("777", Money.of("46.87", "EUR")));
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void a_failed_refund_of_the_shop_leaves_the_money_owed() {
        shop.answer(
                        order(
                                refund("777", "", transaction("FAILURE", "46.87")),
                                source("1", "manual", "46.87")))
                .answer(created(refund("901", "n", transaction("SUCCESS", "46.87"))));

        assertThat(ask()).isEqualTo(new Settled("901", OWED.amount()));
    }

    @Test
    void our_own_failed_refund_is_repeated_only_when_it_is_requested_again() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        var failed = refund("901", ours, transaction("FAILURE", "46.87"));
        shop.answer(order(failed, source("1", "klarna", "46.87")));

        assertThat(fault()).isInstanceOf(Fault.Rejected.class);

        shop.answer(order(failed, source("1", "klarna", "46.87")))
                .answer(created(refund("902", ours, transaction("SUCCESS", "46.87"))));
        var again = new RefundRequest(OWED.order(), OWED.amount(), OWED.key(), OWED.reason(), true);

        assertThat(refunds.refund(shop.settings(), again))
                .isEqualTo(new Settled("902", OWED.amount()));
    }

    @Test
    void our_own_completed_refund_is_found_when_it_is_requested_again() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(
                order(
                        refund("901", ours, transaction("FAILURE", "46.87"))
                                + ","
                                + refund("902", ours, transaction("SUCCESS", "46.87"))));
        var again = new RefundRequest(OWED.order(), OWED.amount(), OWED.key(), OWED.reason(), true);

        assertThat(refunds.refund(shop.settings(), again))
                .isEqualTo(new Settled("902", OWED.amount()));
        assertThat(shop.requests).hasSize(1);
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
    void a_refusal_of_the_shop_is_reported_with_its_field_and_reason() {
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
    void a_refusal_because_a_lost_attempt_succeeded_counts_as_success() {
        var ours = "Cancelled: customer [demo-shop:450006/refund/1]";
        shop.answer(order("", source("1", "manual", "46.87")))
                .answer(
                        """
                        {"data":{"refundCreate":{"refund":null,"userErrors":[{"field":null,"message":
                         "Refund amount $46.87 is greater than net payment received $0.00"}]}}}\
                        """)
                .answer(order(refund("901", ours, transaction("SUCCESS", "46.87"))));

        assertThat(ask()).isEqualTo(new Settled("901", OWED.amount()));
    }

    private RefundAnswer ask() {
        return refunds.refund(shop.settings(), OWED);
    }

    private Fault fault() {
        return ((Failed) ask()).fault();
    }
}
