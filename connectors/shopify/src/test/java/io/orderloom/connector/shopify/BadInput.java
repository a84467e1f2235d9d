package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.sample.Samples;
import io.orderloom.source.Source.Translation;
import java.util.List;

/** Damages a valid order of two lines and reports what becomes of the payload. */
final class BadInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOUND =
            """
            {"id":7001,"created_at":"2026-11-02T10:04:05-05:00","currency":"EUR",
             "presentment_currency":"EUR","taxes_included":true,"financial_status":"paid",
             "line_items":[
              {"id":71,"title":"Bowl","quantity":2,"price":"11.90","discount_allocations":[],
               "tax_lines":[{"title":"VAT","rate":0.19,"price":"3.80"}]},
              {"id":72,"title":"Cup","quantity":1,"price":"5.95",
               "discount_allocations":[{"amount":"1.19","discount_application_index":0}],
               "tax_lines":[{"title":"VAT","rate":0.19,"price":"0.76"}]}],
             "discount_applications":[{"type":"discount_code","code":"AUTUMN"}],
             "shipping_lines":[{"id":75,"title":"Post","price":"4.76","discount_allocations":[],
               "tax_lines":[{"title":"VAT","rate":0.19,"price":"0.76"}]}],
             "refunds":[{"id":78,"transactions":
               [{"kind":"refund","status":"success","amount":"2.00"}]}],
             "subtotal_price":"28.56","total_discounts":"1.19","total_tax":"5.32",
             "total_shipping_price_set":{"shop_money":{"amount":"4.76","currency_code":"EUR"}},
             "total_price":"33.32"}\
            """;

    private BadInput() {}

    static ObjectNode sound() {
        return (ObjectNode) json(SOUND);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Sets a value at a place; an index after the last one appends it. */
    static void put(ObjectNode payload, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        var parent = payload.at(pointer.substring(0, slash));
        var name = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (index < array.size()) {
                array.set(index, json(value));
            } else {
                array.add(json(value));
            }
        } else {
            ((ObjectNode) parent).set(name, json(value));
        }
    }

    /** {@code taken}, or the field and the reason, from the adapter or from the order core. */
    static String outcome(byte[] body) {
        return switch (Webhooks.translate("orders/create", body)) {
            case Translation.Unreadable(var fault) -> fault.path() + ": " + fault.detail();
            case Translation.Unread(var topic) -> "unread: " + topic;
            case Translation.Silent _ -> "silent";
            case Translation.Described _ -> "described";
            case Translation.Stated stated -> decided(stated.facts());
        };
    }

    static String outcome(String body) {
        return outcome(body.getBytes(UTF_8));
    }

    static OrderState state(List<Fact> facts) {
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            if (OrderCore.decide(state, fact, Samples.PROFILE)
                    instanceof Decision.Apply(var changeSet)) {
                state = OrderCore.evolve(state, changeSet);
            }
        }
        return state;
    }

    static String decided(List<Fact> facts) {
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
                case Decision.Refuse(var exception) -> {
                    return exception.path() + ": " + exception.detail();
                }
                case Decision.Apply(var changeSet) -> state = OrderCore.evolve(state, changeSet);
            }
        }
        return "taken";
    }
}
