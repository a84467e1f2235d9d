package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.fact.Fact;
import io.orderloom.order.Order;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop's free text is kept up to a maximum length, and a reason as one of six. */
class FreeTextTest {

    private static Statement translated(ObjectNode payload) {
        return ((Stated) Webhooks.translate("orders/create", payload.toString().getBytes(UTF_8)))
                .statements()
                .getFirst();
    }

    private static String reason(String json) {
        var payload = BadInput.sound();
        BadInput.put(payload, "/cancelled_at", "\"2026-11-02T12:00:00-05:00\"");
        BadInput.put(payload, "/cancel_reason", json);
        return translated(payload).facts().stream()
                .filter(Fact.OrderCancelled.class::isInstance)
                .map(fact -> ((Fact.OrderCancelled) fact).reason())
                .findFirst()
                .orElseThrow();
    }

    private static Order placed(ObjectNode payload) {
        return translated(payload).facts().stream()
                .filter(Fact.OrderPlaced.class::isInstance)
                .map(fact -> ((Fact.OrderPlaced) fact).order())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "declined", "fraud", "inventory", "staff", "other"})
    void a_reason_that_the_shop_publishes_stays_as_it_is(String published) {
        assertThat(reason("\"" + published + "\"")).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"null,other", "\"\",other", "\"FRAUD\",fraud", "\"lost\",other: 'lost'"})
    void any_other_reason_is_read_as_other(String stated, String told) {
        assertThat(reason(stated)).isEqualTo(told);
    }

    @Test
    void free_words_are_never_passed_on_as_a_reason() {
        assertThat(reason("\"Ada Lovelace moved, call 5550100\"")).isEqualTo("other: the value");
        assertThat(reason("\"" + "x".repeat(100_000) + "\"")).isEqualTo("other: the value");
    }

    @Test
    void a_title_is_cut_between_two_characters_and_marked() {
        var payload = BadInput.sound();
        BadInput.put(payload, "/line_items/0/title", "\"" + "🍵".repeat(300) + "\"");
        BadInput.put(payload, "/shipping_lines/0/title", "\"" + "p".repeat(256) + "\"");

        var order = placed(payload);

        assertThat(order.lines().getFirst().title()).isEqualTo("🍵".repeat(254) + "…");
        assertThat(order.shippingCharges().getFirst().title()).isEqualTo("p".repeat(254) + "…");
    }

    @Test
    void a_title_as_long_as_the_shop_s_forms_take_is_kept_whole() {
        var payload = BadInput.sound();
        BadInput.put(payload, "/line_items/0/title", "\"" + "🍵".repeat(255) + "\"");

        assertThat(placed(payload).lines().getFirst().title()).isEqualTo("🍵".repeat(255));
    }

    @Test
    void two_long_codes_that_differ_at_their_end_are_shortened_and_stay_different() {
        var one = code("c".repeat(100_000) + "1");
        var other = code("c".repeat(100_000) + "2");

        assertThat(List.of(one, other)).doesNotHaveDuplicates().allMatch(c -> c.length() == 255);
        assertThat(one).startsWith("c".repeat(222) + "…");
        assertThat(code("c".repeat(255))).isEqualTo("c".repeat(255));
    }

    @Test
    void codes_of_shipping_and_customs_and_names_of_taxes_are_bounded() {
        var payload = BadInput.sound();
        var endless = "\"" + "e".repeat(10_000) + "\"";
        BadInput.put(payload, "/shipping_lines/0/code", endless);
        BadInput.put(payload, "/line_items/0/tax_lines/0/title", endless);
        BadInput.put(
                payload,
                "/line_items/0/duties",
                "[{\"harmonized_system_code\":%s,\"price\":\"0.00\"}]".formatted(endless));

        var order = placed(payload);

        var line = order.lines().getFirst();
        assertThat(order.shippingCharges().getFirst().code().orElseThrow()).hasSize(255);
        assertThat(line.taxLines().getFirst().jurisdiction()).hasSize(255);
        assertThat(line.duties().getFirst().harmonizedSystemCode()).hasSize(255);
    }

    private static String code(String stated) {
        var payload = BadInput.sound();
        BadInput.put(payload, "/discount_applications/0/code", "\"" + stated + "\"");
        return placed(payload).discounts().getFirst().code().orElseThrow();
    }

    @Test
    void a_sku_is_never_cut() {
        var payload = BadInput.sound();
        BadInput.put(payload, "/line_items/0/sku", "\"" + "s".repeat(300) + "\"");

        assertThat(placed(payload).lines().getFirst().sku()).contains("s".repeat(300));
    }

    @Test
    void a_note_is_cut_as_well() {
        var payload = BadInput.sound();
        BadInput.put(payload, "/note", "\"" + "n".repeat(6_000) + "\"");

        assertThat(translated(payload).personalData().note()).contains("n".repeat(4_999) + "…");
    }
}
