package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderStatus;
import io.orderloom.core.StatusRules;
import io.orderloom.core.Uncovered;
import io.orderloom.fact.Fact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.RefundCause;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.sample.Samples;
import io.orderloom.source.Source.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions and refunds, which a shop tells of in bodies of their own. */
class MoneyTopicsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String transaction(int id, String kind, String status, String amount) {
        return """
        {"id": %d, "order_id": 450006, "kind": "%s", "gateway": "shopify_payments", "status": "%s",
         "created_at": "2026-11-02T10:05:00-05:00", "parent_id": %s, "amount": "%s",
         "currency": "EUR", "error_code": null, "test": false}
        """
                .formatted(
                        id,
                        kind,
                        status,
                        kind.equals("authorization") || kind.equals("sale") ? "null" : "70001",
                        amount);
    }

    private static String refund(int id, String status, String amount) {
        return """
        {"id": %d, "order_id": 450006, "created_at": "2026-11-03T09:00:00-05:00",
         "processed_at": "2026-11-03T09:00:00-05:00", "refund_line_items": [
           {"id": 1, "line_item_id": 4500061, "quantity": 1, "restock_type": "return",
            "subtotal": "10.38", "total_tax": "2.08"}],
         "transactions": [
           {"id": 1%d, "kind": "refund", "status": "%s", "amount": "%s", "currency": "EUR"}]}
        """
                .formatted(id, id, status, amount);
    }

    /** An order of 46.87 EUR, which are 50.81 USD to the shop, before anything went back. */
    private static String order() {
        try (var in =
                MoneyTopicsTest.class.getResourceAsStream(
                        "sample/buyer-in-another-currency.json")) {
            var order = (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
            order.putArray("refunds");
            order.put("financial_status", "paid");
            return order.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Translation translate(String topic, String body) {
        return Webhooks.translate(topic, body.getBytes(UTF_8));
    }

    private static List<Fact> facts(String body) {
        return translate("orders/create", body) instanceof Translation.Stated stated
                ? stated.facts()
                : List.of();
    }

    private static Amount euros(String amount) {
        return Amount.same(Money.of(amount, "EUR"));
    }

    @Test
    void a_payment_goes_by_its_first_transaction() {
        var authorized = (PaymentFact.PaymentAuthorized) fact("authorization", 70001);
        var captured = (PaymentFact.PaymentCaptured) fact("capture", 70002);
        var sold = (PaymentFact.PaymentCaptured) fact("sale", 70003);
        var voided = (PaymentFact.PaymentVoided) fact("void", 70004);

        assertThat(authorized.payment()).isEqualTo("70001");
        assertThat(authorized.amount()).isEqualTo(euros("46.87"));
        assertThat(captured.payment()).isEqualTo("70001");
        assertThat(captured.provenance().key().sourceId()).isEqualTo("70002");
        assertThat(sold.payment()).isEqualTo("70003");
        assertThat(voided.payment()).isEqualTo("70001");
    }

    private static Fact fact(String kind, int id) {
        var facts = facts(transaction(id, kind, "success", "46.87"));
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }

    @Test
    void a_refused_payment_has_failed_and_a_refused_capture_leaves_it_authorized() {
        assertThat(facts(transaction(70001, "authorization", "failure", "46.87")))
                .hasOnlyElementsOfType(PaymentFact.PaymentFailed.class)
                .hasSize(1);
        assertThat(translate("", transaction(70002, "capture", "error", "46.87")))
                .isEqualTo(new Translation.Silent());
    }

    @ParameterizedTest
    @CsvSource({"sale, pending", "refund, success", "authorization, awaiting_response"})
    void a_transaction_that_says_nothing_new_is_no_fault(String kind, String status) {
        assertThat(translate("order_transactions/create", transaction(1, kind, status, "1.00")))
                .isEqualTo(new Translation.Silent());
    }

    @Test
    void a_refund_says_the_same_alone_and_in_its_orders_body() throws IOException {
        var body = refund(9001, "success", "15.62");
        var order = (ObjectNode) JSON.readTree(order());
        order.putArray("refunds").add(JSON.readTree(body));

        var alone = facts(body);

        assertThat(alone).hasSize(1);
        var settled = (Fact.RefundSettled) alone.getFirst();
        assertThat(settled.amount()).isEqualTo(euros("15.62"));
        assertThat(settled.cause()).isEqualTo(RefundCause.RETURN);
        assertThat(settled.units()).hasSize(1);
        assertThat(facts(order.toString())).endsWith(settled);
    }

    @Test
    void a_refund_is_pending_settled_or_failed_as_the_gateway_says() {
        assertThat(facts(refund(1, "pending", "5.00")))
                .hasOnlyElementsOfType(Fact.RefundPending.class);
        assertThat(facts(refund(1, "success", "5.00")))
                .hasOnlyElementsOfType(Fact.RefundSettled.class);
        assertThat(facts(refund(1, "failure", "5.00")))
                .hasOnlyElementsOfType(Fact.RefundFailed.class);
        assertThat(translate("refunds/create", refund(1, "success", "0.00")))
                .isEqualTo(new Translation.Silent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/create", "carts/update", "refunds/create", ""})
    void what_a_body_says_of_money_does_not_depend_on_the_topic(String topic) {
        for (var body :
                List.of(
                        transaction(70003, "sale", "success", "46.87"),
                        refund(9001, "success", "15.62"))) {
            assertThat(translate(topic, body)).isEqualTo(translate("orders/paid", body));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amount\": \"15.62, amount\": \"-15.62, transactions[0].amount",
        "EUR, euros, transactions[0].currency",
        "order_id\": 450006, order_id\": \"45 0006\", order_id",
    })
    void a_refund_that_can_not_be_read_is_a_fault_that_names_the_field(
            String what, String instead, String field) {
        var body = refund(9001, "success", "15.62").replace(what, instead);

        assertThat(translate("orders/create", body))
                .isInstanceOfSatisfying(
                        Translation.Unreadable.class,
                        unfit -> assertThat(unfit.fault().path()).isEqualTo(field));
    }

    @Test
    void money_given_back_in_thirds_leaves_nothing_owed_in_whatever_order_it_is_told() {
        var told = new ArrayList<Fact>();
        told.addAll(facts(order()));
        told.addAll(facts(transaction(70003, "sale", "success", "46.87")));
        told.addAll(facts(refund(9001, "success", "15.62")));
        told.addAll(facts(refund(9002, "success", "15.62")));
        told.addAll(facts(refund(9003, "success", "15.63")));
        assertThat(told).hasSize(5);

        var outcomes = new HashSet<OrderStatus>();
        for (var facts : permutations(told)) {
            var state = (OrderState.Placed) ingested(facts);
            assertThat(state.refundable().isZero()).isTrue();
            assertThat(Uncovered.of(state)).noneMatch(wait -> wait.path().equals("refunds"));
            outcomes.add(StatusRules.of(state));
        }

        assertThat(outcomes).hasSize(1);
        var status = outcomes.iterator().next();
        assertThat(status.refund()).isEqualTo(OrderStatus.Refund.REFUNDED);
        assertThat(status.payment()).isEqualTo(OrderStatus.Payment.PAID);
    }

    @Test
    void an_amount_in_a_currency_that_is_none_of_the_orders_is_named() {
        var state = ingested(facts(order()));
        var stray = facts(refund(9001, "success", "15.62").replace("EUR", "GBP")).getFirst();

        var decision = OrderCore.decide(state, stray, Samples.PROFILE);

        assertThat(decision.toString()).contains("15.62 GBP / 15.62 GBP on an order of EUR / USD");
    }

    private static OrderState ingested(List<Fact> facts) {
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            var decision = OrderCore.decide(state, fact, Samples.PROFILE);
            assertThat(decision).isInstanceOf(Decision.Apply.class);
            state = OrderCore.evolve(state, ((Decision.Apply) decision).changeSet());
        }
        return state;
    }

    private static List<List<Fact>> permutations(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Fact>>();
        for (int i = 0; i < facts.size(); i++) {
            var rest = new ArrayList<>(facts);
            var first = rest.remove(i);
            permutations(rest)
                    .forEach(others -> {
                        var one = new ArrayList<Fact>();
                        one.add(first);
                        one.addAll(others);
                        all.add(one);
                    });
        }
        return all;
    }
}
