package io.orderloom.embedded.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.common.StackJson;
import java.math.BigDecimal;

/**
 * A refund that the shop has made.
 *
 * @param id as in webhooks
 * @param order the order's id
 * @param key the client's idempotency key
 * @param request the request's content, to tell a repetition from another request
 */
public record ShopRefund(
        long id,
        String order,
        BigDecimal amount,
        String currency,
        String note,
        String key,
        String request) {

    ObjectNode toJson() {
        return StackJson.object()
                .put("refund", id)
                .put("order", order)
                .put("amount", amount.toPlainString())
                .put("currency", currency)
                .put("note", note)
                .put("key", key)
                .put("request", request);
    }

    static ShopRefund of(JsonNode json) {
        return new ShopRefund(
                json.path("refund").asLong(),
                json.path("order").asText(),
                new BigDecimal(json.path("amount").asText()),
                json.path("currency").asText(),
                json.path("note").asText(),
                json.path("key").asText(),
                json.path("request").asText());
    }
}
