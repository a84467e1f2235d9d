package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.fault.Fault.Invalid;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Source.Translation.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload that breaks the contract is rejected with the field and the reason. */
class ShopifyRefusalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void truncated_json_is_refused_with_the_place_where_it_ends() {
        var refusal = refusal("orders/create", "{\"id\": 1, \"line_items\": [{\"id\": ");

        assertThat(refusal.path()).isEqualTo("body");
        assertThat(refusal.detail())
                .startsWith("is no JSON: Unexpected end-of-input")
                .contains("within/between Object entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"order\"", "17", "{} {}", "{]", "<order/>"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        var refusal = refusal("orders/create", body);

        assertThat(refusal.path()).isEqualTo("body");
        assertThat(refusal.detail()).startsWith("is no JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "/id, id",
        "/currency, currency",
        "/line_items, line_items",
        "/line_items/1/id, line_items[1].id",
        "/line_items/1/quantity, line_items[1].quantity",
        "/line_items/1/price, line_items[1].price",
        "/line_items/0/discount_allocations/0/amount,"
                + " line_items[0].discount_allocations[0].amount",
        "/line_items/0/tax_lines/0/price, line_items[0].tax_lines[0].price",
        "/shipping_lines/0/price, shipping_lines[0].price",
        "/total_price, total_price",
    })
    void a_field_that_is_missing_is_named(String pointer, String path) throws Exception {
        var payload = sample();
        remove(payload, pointer);

        assertThat(refusal("orders/create", payload.toString()))
                .isEqualTo(new Invalid(path, "is missing"));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        // values of another type
        "/id                                    | true                  | id                         | is neither text nor a number",
        "/id                                    | `1/2`                 | id                         | '1/2' is no id",
        "/line_items                            | {}                    | line_items                 | is no array",
        "/line_items/0                          | `mug`                 | line_items[0]              | is no object",
        "/line_items/1/quantity                 | [2]                   | line_items[1].quantity     | is neither text nor a number",
        "/line_items/1/quantity                 | `two`                 | line_items[1].quantity     | 'two' is no decimal number",
        "/line_items/0/gift_card                | `perhaps`             | line_items[0].gift_card    | is neither true nor false",
        "/taxes_included                        | 1                     | taxes_included             | is neither true nor false",
        "/processed_at                          | `yesterday`           | processed_at               | 'yesterday' is no date and time with an offset",
        "/processed_at                          | `2026-11-02T10:04:05` | processed_at               | '2026-11-02T10:04:05' is no date and time with an offset",
        "/shipping_lines/0/price_set/presentment_money/amount | {}      | shipping_lines[0].price_set.presentment_money.amount | is neither text nor a number",
        // values that do not exist
        "/currency                              | `EURO`                | currency                   | 'EURO' is no ISO 4217 currency",
        "/financial_status                      | `stolen`              | financial_status           | 'stolen' is no payment status that is known",
        "/line_items/1/price_set/shop_money/currency_code | `JPY`       | line_items[1].price_set.shop_money.currency_code | is JPY, but the order is in USD",
        "/line_items/1/discount_allocations/0/discount_application_index | 0.5 | line_items[1].discount_allocations[0].discount_application_index | is no index",
        // personal data in the wrong field is not repeated
        "/currency                              | `ada@example.org`     | currency                   | the value is no ISO 4217 currency",
        "/line_items/1/quantity                 | `+1-212-5550100`      | line_items[1].quantity     | the value is no decimal number",
        "/processed_at                          | `Ada Example`         | processed_at               | the value is no date and time with an offset",
        // absurd numbers
        "/line_items/1/quantity                 | -1                    | line_items[1].quantity     | '-1' is negative",
        "/line_items/1/quantity                 | 1.5                   | line_items[1].quantity     | '1.5' is no whole number",
        "/line_items/1/quantity                 | 1e99                  | line_items[1].quantity     | '1E+99' has too many digits",
        "/line_items/1/price_set/shop_money/amount | -7.99              | line_items[1].price        | is negative",
        "/line_items/1/price_set/shop_money/amount | 7.995              | line_items[1].price_set.shop_money.amount | 7.995 is not a whole number of the smallest unit of USD",
        "/line_items/1/price_set/shop_money/amount | `NaN`              | line_items[1].price_set.shop_money.amount | 'NaN' is no decimal number",
        "/total_price_set/shop_money/amount     | 99999999999999999999  | total_price_set.shop_money.amount | 99999999999999999999 is not a whole number of the smallest unit of USD",
    })
    // spotless:on
    void a_broken_field_is_named_with_the_reason(
            String pointer, String value, String path, String reason) throws Exception {
        var payload = sample();
        put(payload, pointer, json(value));

        assertThat(refusal("orders/create", payload.toString()))
                .isEqualTo(new Invalid(path, reason));
    }

    @Test
    void amounts_whose_sum_is_beyond_64_bits_are_refused() throws Exception {
        var payload = sample();
        put(payload, "/line_items/0/quantity", json("90000000000000000"));

        assertThat(refusal("orders/create", payload.toString()).detail())
                .startsWith("amounts are too large");
    }

    /**
     * Any value in any place gets an answer from the adapter, and never one that names another
     * place.
     */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "[[]]", "true", "-1", "1e400", "\"\"", "\"€\""})
    void no_value_in_any_place_breaks_the_adapter(String value) throws Exception {
        for (var pointer : places(sample(), "")) {
            var payload = sample();
            put(payload, pointer, JSON.readTree(value));

            var translated =
                    Webhooks.translate("orders/create", payload.toString().getBytes(UTF_8));

            if (translated instanceof Unreadable(var fault)) {
                assertThat(within(fault.path(), pointer))
                        .as("%s in %s was refused as %s", value, pointer, fault)
                        .isTrue();
            }
        }
    }

    private static boolean within(String path, String pointer) {
        var named = "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
        var broken = pointer.replace("_set", "");
        var reported = named.replace("_set", "");
        return reported.startsWith(broken) || broken.startsWith(reported);
    }

    private static List<String> places(JsonNode node, String pointer) {
        var all = new ArrayList<String>();
        if (node.isObject()) {
            node.properties().forEach(p -> add(all, p.getValue(), pointer + "/" + p.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(all, node.get(i), pointer + "/" + i);
        }
        return all;
    }

    private static void add(List<String> all, JsonNode node, String pointer) {
        all.add(pointer);
        all.addAll(places(node, pointer));
    }

    private static JsonNode json(String value) throws JsonProcessingException {
        var bare = value.matches("[-0-9\\[{].*|true|false") && !value.matches(".*[T/].*");
        return JSON.readTree(bare ? value : '"' + value + '"');
    }

    private static void put(ObjectNode payload, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        var parent = payload.at(pointer.substring(0, slash));
        var name = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    /** Removes the field and its set. */
    private static void remove(ObjectNode payload, String pointer) {
        int slash = pointer.lastIndexOf('/');
        var name = pointer.substring(slash + 1);
        ((ObjectNode) payload.at(pointer.substring(0, slash))).remove(List.of(name, name + "_set"));
    }

    private static ObjectNode sample() throws IOException {
        var name = "sample/stacked-discounts.json";
        try (var in = ShopifyRefusalsTest.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    private static Invalid refusal(String topic, String body) {
        var translated = Webhooks.translate(topic, body.getBytes(UTF_8));
        assertThat(translated).isInstanceOf(Translation.Unreadable.class);
        return ((Unreadable) translated).fault();
    }
}
