package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.Statement;
import io.orderloom.source.WebhookSource.CardFree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A card number goes no further, wherever a buyer wrote it; the number of a thing stays. */
class ShopifyCardsTest {
    private static final String CARD = "4111 1111 1111 1111";

    private static CardFree masked(byte[] body) {
        return ShopifyCards.masked(Payload.of(Map.of(), body, Samples.NOW));
    }

    private static CardFree masked(ObjectNode payload) {
        return masked(payload.toString().getBytes(UTF_8));
    }

    private static ObjectNode with(String pointer, String json) {
        var payload = BadInput.sound();
        BadInput.put(payload, pointer, json);
        return payload;
    }

    private static String text(CardFree free) {
        return new String(free.payload().bytes(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/note | 'pay with %s 12/27' | note",
                "/note_attributes | [{'name':'card','value':'%s'}] | note_attributes[0].value",
                "/line_items/1/properties | [{'name':'%s','value':'x'}] | line_items[1].properties[0].name",
                "/customer | {'first_name':'Ada','last_name':'%s'} | customer.last_name",
                "/shipping_address | {'address2':'%s'} | shipping_address.address2",
                "/po_number | '%s' | po_number",
                "/line_items/0/title | 'Bowl %s' | line_items[0].title",
                "/metafields | {'%s':'x'} | metafields.…",
                "/x | {'Ada Lovelace':'%s'} | x.…"
            })
    void a_card_s_number_is_masked_wherever_text_is_free(String at, String json, String place) {
        var payload = with(at.strip(), json.strip().replace('\'', '"').formatted(CARD));

        var free = masked(payload);

        assertThat(free.places()).containsExactly(place.strip());
        assertThat(text(free)).isEqualTo(payload.toString().replace(CARD, "**** **** **** 1111"));
    }

    @Test
    void a_card_s_number_without_quotes_is_masked() {
        var free = masked(with("/note_attributes", "[{\"value\":4111111111111111}]"));

        assertThat(text(free)).contains("{\"value\":\"************1111\"}");
    }

    @Test
    void escapes_and_another_encoding_hide_nothing() {
        var escaped = "{\"id\":1,\"note\":\"\\u00341111111\\u002d11111111\"}";
        var wide = "{\"id\":1,\"note\":\"4111111111111111\"}";

        assertThat(text(masked(escaped.getBytes(UTF_8)))).contains("********-****1111");
        assertThat(text(masked(wide.getBytes(UTF_16)))).contains("************1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":4111111111111111}",
                "{\"variant_id\":4111111111111111}",
                "{\"fulfillments\":[{\"tracking_number\":\"4343638098196574\"}]}",
                "{\"fulfillments\":[{\"tracking_numbers\":[\"4343638098196574\"]}]}",
                "{\"sku\":\"4111111111111111\"}",
                "{\"order\":\"gid://shopify/Order/4111111111111111\"}",
                "{\"checkout_token\":\"4111111111111111\"}",
                "{\"order_status_url\":\"https://example.com/4111111111111111/x\"}",
                "{\"price\" : \"1.10\", \"note\":\"4111111111111112\"}"
            })
    void numbers_that_are_no_card_numbers_and_every_other_byte_stay(String body) {
        var webhook = Payload.of(Map.of(), body.getBytes(UTF_8), Samples.NOW);

        var free = ShopifyCards.masked(webhook);

        assertThat(free.payload()).isSameAs(webhook);
        assertThat(free.places()).isEmpty();
    }

    @Test
    void masking_a_card_number_changes_nothing_else_of_the_order() {
        var payload = with("/note", "\"" + CARD + "\"");

        var free = masked(payload);

        var before = translated(payload.toString().getBytes(UTF_8));
        var after = translated(free.payload().bytes());
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.personalData().note()).contains("**** **** **** 1111");
        assertThat(masked(free.payload().bytes()).places()).isEmpty();
    }

    private static Statement translated(byte[] body) {
        return ((Stated) Webhooks.translate("orders/create", body)).statements().getFirst();
    }
}
