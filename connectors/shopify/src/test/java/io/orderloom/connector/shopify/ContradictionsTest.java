package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payload that contradicts itself is rejected with the field, and nothing of it is booked. */
class ContradictionsTest {

    @Test
    void the_payload_that_the_contradictions_are_made_of_is_accepted() {
        assertThat(BadInput.outcome(BadInput.sound().toString())).isEqualTo("taken");
    }

    // spotless:off
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        // ids that exist already
        "/line_items/1/id                     | 71                                | line_items[1].id: is that of line_items[0] too",
        "/line_items/0/id                     | `\"tip\"`                         | line_items[0].id: 'tip' is the id of a line that is made of a total",
        "/line_items/0/id                     | `\"fees\"`                        | line_items[0].id: 'fees' is the id of a line that is made of a total",
        "/shipping_lines/1                    | `{\"id\":75,\"price\":\"0\"}`     | shipping_lines[1].id: is that of shipping_lines[0] too",
        "/shipping_lines/0/id                 | `\"shipping-1\"`                  | shipping_lines[0].id: begins like the id of a charge that has none",
        "/refunds/1                           | `{\"id\":78,\"transactions\":[]}` | refunds[1].id: is that of refunds[0] too",
        // times at which nobody orders
        "/created_at                          | `\"-999999999-01-01T00:00:00+18:00\"` | created_at: the value is no time at which anybody orders",
        "/created_at                          | `\"1969-12-31T23:59:59Z\"`        | created_at: '1969-12-31T23:59:59Z' is no time at which anybody orders",
        "/processed_at                        | `\"+12000-05-01T10:00:00Z\"`      | processed_at: '+12000-05-01T10:00:00Z' is no time at which anybody orders",
        "/refunds/0/created_at                | `\"+10000-01-01T00:00:00Z\"`      | refunds[0].created_at: '+10000-01-01T00:00:00Z' is no time at which anybody orders",
        // a line with more than can be counted
        "/line_items/1/quantity               | 9000000000000000000               | line_items[1].price: amounts are too large: price × quantity can't be counted",
        "/line_items/1/duties                 | `[{\"price\":\"92233720368547757.00\"}]` | line_items[1].price: amounts are too large: with its taxes and duties it can't be counted",
        // a field and its set
        "/total_price_set                     | `{\"shop_money\":{\"amount\":\"33.31\",\"currency_code\":\"EUR\"}}` | total_price: is 33.32, but its set says 33.31 EUR",
        "/line_items/0/price_set              | `{\"shop_money\":{\"amount\":\"12.00\",\"currency_code\":\"EUR\"}}` | line_items[0].price: is 11.90, but its set says 12.00 EUR",
        "/line_items/0/tax_lines/0/price_set  | `{\"shop_money\":{\"amount\":\"3.00\",\"currency_code\":\"EUR\"}}`  | line_items[0].tax_lines[0].price: is 3.80, but its set says 3.00 EUR",
        "/subtotal_price_set                  | `{\"shop_money\":{\"amount\":\"28.00\",\"currency_code\":\"EUR\"}}` | subtotal_price: is 28.56, but its set says 28.00 EUR",
        "/total_tax_set                       | `{\"presentment_money\":{\"amount\":\"5.32\",\"currency_code\":\"EUR\"}}` | total_tax_set.shop_money: is missing",
        "/presentment_currency                | `\"USD\"`                         | presentment_currency: is 'USD', but the total is stated in EUR",
        // a sum and its parts
        "/total_tax                           | `\"5.30\"`                        | taken",
        "/total_tax                           | `\"5.00\"`                        | total_tax: is 5.00 EUR, but the tax lines come to 5.32 EUR",
        "/line_items/0/tax_lines              | []                                | total_tax: is 5.32 EUR, but the tax lines come to 1.52 EUR",
        "/line_items/1/tax_lines/0/price      | `\"47.60\"`                       | line_items[1].tax_lines[0].price: is more than is left of the price that it is included in",
        "/shipping_lines/0/tax_lines/0/price  | `\"4.77\"`                        | shipping_lines[0].tax_lines[0].price: is more than is left of the price that it is included in",
        "/subtotal_price                      | `\"29.76\"`                       | subtotal_price: is 29.76 EUR, but the lines come to 29.75 EUR",
        "/subtotal_price                      | `\"28.55\"`                       | subtotal_price: is 28.55 EUR, but the lines come to 28.56 EUR",
        "/subtotal_price                      | `\"-1\"`                          | subtotal_price: is negative",
        "/total_discounts                     | `\"1.18\"`                        | total_discounts: is 1.18 EUR, but what is taken off lines and charges come to 1.19 EUR",
        "/total_discounts                     | `\"0.00\"`                        | total_discounts: is 0.00 EUR, but what is taken off lines and charges come to 1.19 EUR",
        "/total_discounts                     | `\"-1.19\"`                       | total_discounts: is negative",
        "/total_shipping_price_set/shop_money/amount | `\"5.95\"`                 | total_shipping_price_set: is 5.95 EUR, but the shipping lines come to 4.76 EUR",
        "/total_shipping_price_set/shop_money/amount | `\"-4.76\"`                | total_shipping_price_set: is negative",
        // negative amounts, and parts that are more than the whole
        "/line_items/1/discount_allocations/0/amount | `\"-1.19\"`                | line_items[1].discount_allocations[0].amount: is negative",
        "/line_items/1/discount_allocations/0/amount | `\"5.96\"`                 | line_items[1].discount_allocations: is more than the price of what it is taken off",
        "/line_items/1/tax_lines/0/price      | `\"-0.76\"`                       | line_items[1].tax_lines[0].price: is negative",
        "/refunds/0/transactions/0/amount     | `\"-2.00\"`                       | refunds[0].transactions[0].amount: is negative",
        "/total_tip_received                  | `\"-1\"`                          | total_tip_received: is negative",
        // a missing or empty value
        "/line_items                          | []                                | line_items: is empty: an order has lines",
        // digits of another script, and too many digits
        "/line_items/0/price                  | `\"１１.９０\"`                    | line_items[0].price: the value is no decimal number",
        "/line_items/0/quantity               | `\"٢\"`                           | line_items[0].quantity: the value is no decimal number",
    })
    // spotless:on
    void a_contradiction_is_refused_with_the_field(String pointer, String value, String outcome) {
        var payload = BadInput.sound();
        BadInput.put(payload, pointer, value);

        assertThat(BadInput.outcome(payload.toString())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "33.33 | total_outstanding: 33.33 EUR is more than the total 33.32 EUR",
                "-0.01 | total_outstanding: is negative: more was taken than the total",
                "33.32 | taken",
                "0     | taken",
            })
    void a_negative_payment_and_one_above_the_total_are_refused(
            String outstanding, String outcome) {
        var payload = BadInput.sound();
        BadInput.put(payload, "/financial_status", "\"partially_paid\"");
        BadInput.put(payload, "/total_outstanding", '"' + outstanding + '"');
        BadInput.put(payload, "/refunds", "[]");

        assertThat(BadInput.outcome(payload.toString())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 3.00, total_price_set.presentment_money.amount",
        "9.00, 0.00, line_items[0].price_set.presentment_money.amount",
    })
    void an_amount_that_is_zero_in_one_currency_alone_is_refused(
            String total, String price, String path) {
        var payload =
                """
                {"id":1,"created_at":"2026-11-02T10:04:05Z","currency":"USD","line_items":
                 [{"id":1,"quantity":1,"price_set":
                    {"shop_money":{"amount":"10","currency_code":"USD"},
                     "presentment_money":{"amount":"%s","currency_code":"EUR"}}}],
                 "total_price_set":{"shop_money":{"amount":"10","currency_code":"USD"},
                  "presentment_money":{"amount":"%s","currency_code":"EUR"}}}\
                """
                        .formatted(price, total);

        assertThat(BadInput.outcome(payload)).startsWith(path + ": is nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"total_price\":\"33.32\"', total_price",
        "'\"line_items\":[]', line_items",
    })
    void a_json_name_that_occurs_twice_is_refused(String again, String path) {
        var payload = BadInput.sound().toString().replaceFirst("\\{", "{" + again + ",");

        assertThat(BadInput.outcome(payload)).isEqualTo(path + ": stands there twice");
    }

    @Test
    void a_json_name_that_occurs_twice_is_found_at_any_depth() {
        var payload = BadInput.sound().toString().replace("\"id\":72,", "\"id\":72,\"id\":73,");

        assertThat(BadInput.outcome(payload)).isEqualTo("line_items[1].id: stands there twice");
    }
}
