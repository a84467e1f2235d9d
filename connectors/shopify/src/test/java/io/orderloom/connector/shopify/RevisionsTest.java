package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.fact.Fact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.money.Money;
import io.orderloom.order.Channel;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Residual;
import io.orderloom.source.Source.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Later documents of an order, which a shop sends whole whenever it is touched. */
class RevisionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Three bowls at 15.00 less 3.00 in all, with 4.20 tax on top, and one cloth at 8.00. */
    private static final String ORDER =
            """
            {"id": 770001, "name": "#77", "created_at": "2026-11-03T10:00:00+01:00",
             "updated_at": "2026-11-03T10:00:02+01:00", "currency": "EUR", "taxes_included": false,
             "financial_status": "paid", "total_outstanding": "0.00",
             "line_items": [
               {"id": 1, "title": "Bowl", "sku": "BOWL", "quantity": 3, "price": "15.00",
                "requires_shipping": true,
                "discount_allocations": [{"amount": "3.00", "discount_application_index": 0}],
                "tax_lines": [{"title": "VAT", "rate": 0.1, "price": "4.20"}]},
               {"id": 2, "title": "Cloth", "sku": "CLOTH", "quantity": 1, "price": "8.00",
                "requires_shipping": true, "tax_lines": []}],
             "discount_applications": [
               {"target_type": "line_item", "type": "discount_code", "code": "SET", "value": "3.00",
                "value_type": "fixed_amount"}],
             "refunds": [], "fulfillments": [], "shipping_lines": [],
             "total_discounts": "3.00", "subtotal_price": "50.00", "total_tax": "4.20",
             "total_price": "54.20"}
            """;

    private static byte[] order(int minute, Consumer<ObjectNode> change) {
        try {
            var order = (ObjectNode) JSON.readTree(ORDER);
            order.put("updated_at", "2026-11-03T10:%02d:00+01:00".formatted(minute));
            change.accept(order);
            return order.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Consumer<ObjectNode> removed(int line, int units, String worth, String tax) {
        return order ->
                order.withArray("refunds")
                        .add(
                                json(
                                        """
                                        {"id": 88%d%d, "created_at": "2026-11-03T11:00:00+01:00",
                                         "transactions": [], "refund_line_items": [
                                           {"id": 5, "line_item_id": %d, "quantity": %d,
                                            "restock_type": "no_restock", "subtotal": "%s",
                                            "total_tax": "%s"}]}
                                        """
                                                .formatted(line, units, line, units, worth, tax)));
    }

    private static byte[] placed() {
        return ORDER.getBytes(UTF_8);
    }

    private static Consumer<ObjectNode> unpaid() {
        return order -> order.put("financial_status", "pending").put("total_outstanding", "54.20");
    }

    @Test
    void units_that_an_edit_removed_are_taken_off_with_their_discount_and_tax() {
        var life = ShopLife.of(List.of(placed(), order(20, removed(1, 1, "14.00", "1.40"))));

        assertThat(life.kinds()).containsExactly(Fact.OrderPlaced.KIND, Fact.OrderEdited.KIND);
        assertThat(life.books())
                .isEqualTo("2+1 of 38.80 EUR, taken 54.20 EUR, back 0.00 EUR, free");
    }

    @Test
    void an_order_that_is_seen_for_the_first_time_after_its_edit_is_paid_as_it_is_now() {
        assertThat(ShopLife.of(List.of(order(20, removed(1, 1, "14.00", "1.40")))).books())
                .isEqualTo("2+1 of 38.80 EUR, taken 38.80 EUR, back 0.00 EUR, free");
    }

    @Test
    void a_line_that_an_edit_removed_is_no_longer_ordered() {
        var life = ShopLife.of(List.of(placed(), order(20, removed(2, 1, "8.00", "0.00"))));

        assertThat(life.books()).isEqualTo("3 of 46.20 EUR, taken 54.20 EUR, back 0.00 EUR, free");
    }

    @Test
    void more_units_than_the_line_has_are_refused_by_field() {
        var translation =
                Webhooks.translate("orders/updated", order(20, removed(2, 2, "16.00", "0.00")));

        assertThat(translation).isInstanceOf(Translation.Unreadable.class);
        assertThat(translation.toString())
                .contains("refunds[0].refund_line_items[0].quantity", "more units are removed");
    }

    @Test
    void a_worth_that_no_part_of_the_line_has_is_refused_by_field() {
        var translation =
                Webhooks.translate("orders/updated", order(20, removed(2, 1, "9.00", "0.00")));

        assertThat(translation.toString())
                .contains("refunds[0].refund_line_items[0].subtotal", "does not fit the price");
    }

    @Test
    void goods_that_come_back_without_money_stay_ordered() {
        var returned =
                removed(1, 1, "14.00", "1.40")
                        .andThen(order ->
                                ((ObjectNode) order.at("/refunds/0/refund_line_items/0"))
                                        .put("restock_type", "return"));

        assertThat(ShopLife.of(List.of(placed(), order(20, returned))).books())
                .isEqualTo("3+1 of 54.20 EUR, taken 54.20 EUR, back 0.00 EUR, free");
    }

    @Test
    void a_tax_that_the_shop_rounds_on_the_whole_order_is_named_as_a_rounding() {
        var order = placed(order(0, whole("4.19", "54.19")));

        assertThat(order.residuals())
                .singleElement()
                .satisfies(rounding -> {
                    assertThat(rounding.cause()).isEqualTo(Residual.Cause.TAX_ROUNDING);
                    assertThat(rounding.amount().transaction()).isEqualTo(Money.of("-0.01", "EUR"));
                });
    }

    @Test
    void a_difference_that_no_rounding_explains_is_left_to_the_order_core() {
        assertThat(placed(order(0, whole("4.10", "54.10"))).residuals()).isEmpty();
    }

    private static Consumer<ObjectNode> whole(String tax, String total) {
        return order -> {
            order.put("total_tax", tax).put("total_price", total);
            order.withArray("tax_lines")
                    .addObject()
                    .put("title", "VAT")
                    .put("rate", 0.1)
                    .put("price", tax);
        };
    }

    @Test
    void a_gift_card_without_a_code_is_no_item_of_its_variant() {
        var order =
                placed(
                        order(
                                0,
                                o ->
                                        ((ObjectNode) o.at("/line_items/1"))
                                                .put("gift_card", true)
                                                .put("variant_id", 9)
                                                .remove("sku")));

        assertThat(order.lines().get(1).type()).isEqualTo(Line.Type.GIFT_CARD);
        assertThat(order.lines().get(1).sku()).isEmpty();
    }

    @Test
    void an_order_that_an_app_brings_from_a_marketplace_is_a_marketplaces() {
        var order = placed(order(0, o -> o.put("source_name", "amazon")));

        assertThat(order.channel().type()).isEqualTo(Channel.Type.MARKETPLACE);
    }

    private static Order placed(byte[] body) {
        return Webhooks.translate("orders/create", body) instanceof Translation.Stated stated
                        && stated.facts().getFirst() instanceof Fact.OrderPlaced placed
                ? placed.order()
                : Assertions.fail("no order");
    }

    @Test
    void the_lines_of_an_edit_say_nothing_because_its_document_comes_beside_it() {
        var body =
                """
                {"order_edit": {"id": 1, "order_id": 770001, "line_items": {
                  "additions": [{"id": 3, "delta": 1}], "removals": []}}}
                """;

        assertThat(Webhooks.translate("orders/edited", body.getBytes(UTF_8)))
                .isInstanceOf(Translation.Silent.class);
    }

    @Test
    void an_order_that_can_not_be_read_is_an_exception_under_every_topic_of_orders() {
        var body = "{\"id\": 770001}".getBytes(UTF_8);

        for (var topic : List.of("create", "updated", "paid", "cancelled", "fulfilled")) {
            assertThat(Webhooks.translate("orders/" + topic, body))
                    .as(topic)
                    .isInstanceOf(Translation.Unreadable.class);
        }
    }

    @Test
    void a_touch_is_no_fact_and_a_payment_is_no_edit() {
        var life =
                ShopLife.of(
                        List.of(
                                order(0, unpaid()),
                                order(1, unpaid().andThen(o -> o.put("note", "gift"))),
                                order(2, o -> o.put("note", "gift")),
                                order(2, o -> o.put("note", "gift"))));

        assertThat(life.kinds())
                .containsExactly(Fact.OrderPlaced.KIND, PaymentFact.PaymentStated.KIND);
        assertThat(life.placed().held()).isFalse();
    }

    @Test
    void revisions_end_the_same_in_every_order_of_their_arrival() {
        var cloths = removed(1, 1, "14.00", "1.40").andThen(removed(2, 1, "8.00", "0.00"));
        var bodies =
                List.of(
                        order(0, unpaid()),
                        order(2, o -> {}),
                        order(3, removed(1, 1, "14.00", "1.40")),
                        order(4, cloths));

        var ends = new HashSet<String>();
        each(bodies, arrival -> ends.add(ShopLife.of(arrival).books()));

        assertThat(ends).containsExactly("2 of 30.80 EUR, taken 54.20 EUR, back 0.00 EUR, free");
    }

    private static void each(List<byte[]> bodies, Consumer<List<byte[]>> use) {
        permute(new ArrayList<>(), bodies, use);
    }

    private static void permute(
            List<byte[]> chosen, List<byte[]> left, Consumer<List<byte[]>> use) {
        if (left.isEmpty()) {
            use.accept(List.copyOf(chosen));
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            var rest = new ArrayList<>(left);
            var with = new ArrayList<>(chosen);
            with.add(rest.remove(i));
            permute(with, rest, use);
        }
    }
}
