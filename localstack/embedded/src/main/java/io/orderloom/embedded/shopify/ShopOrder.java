package io.orderloom.embedded.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.common.StackJson;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order in the shop's books, with one payment that holds what the buyer paid.
 *
 * @param id as in webhooks
 * @param currency the buyer's
 * @param paid less what the shop gave back before it sent the order
 * @param cancelledAt as in the webhook, if the order was cancelled
 */
public record ShopOrder(
        String id, String currency, BigDecimal paid, String gateway, Optional<String> cancelledAt) {
    private static final String GATEWAY = "shopify_payments";
    private static final String CANCELLED_AT = "cancelledAt";

    /** For books that were written without the time; they hold cancelled orders only. */
    private static final String SOME_TIME = "1970-01-01T00:00:00Z";

    /** The order of a webhook, if it has been cancelled: only then is money given back here. */
    static Optional<ShopOrder> cancelled(JsonNode webhook) {
        var id = webhook.path("id").asText();
        return webhook.hasNonNull("cancelled_at") && !id.isBlank()
                ? Optional.of(
                        new ShopOrder(
                                id,
                                webhook.path("presentment_currency")
                                        .asText(webhook.path("currency").asText("USD")),
                                received(webhook).subtract(givenBack(webhook)),
                                GATEWAY,
                                Optional.of(webhook.path("cancelled_at").asText())))
                : Optional.empty();
    }

    private static BigDecimal received(JsonNode webhook) {
        var total = presentment(webhook, "total_price");
        return switch (webhook.path("financial_status").asText()) {
            case "paid", "partially_refunded", "refunded" -> total;
            case "partially_paid" -> total.subtract(decimal(webhook.path("total_outstanding")));
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal givenBack(JsonNode webhook) {
        var sum = BigDecimal.ZERO;
        for (var refund : webhook.path("refunds")) {
            for (var transaction : refund.path("transactions")) {
                if (transaction.path("kind").asText().equals("refund")
                        && transaction.path("status").asText().equals("success")) {
                    sum = sum.add(decimal(transaction.path("amount")));
                }
            }
        }
        return sum;
    }

    private static BigDecimal presentment(JsonNode order, String field) {
        var money = order.path(field + "_set").path("presentment_money").path("amount");
        return decimal(money.isMissingNode() ? order.path(field) : money);
    }

    private static BigDecimal decimal(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue() : new BigDecimal(amount.asText("0"));
    }

    ObjectNode toJson() {
        return StackJson.object()
                .put("id", id)
                .put("currency", currency)
                .put("paid", paid.toPlainString())
                .put("gateway", gateway)
                .put(CANCELLED_AT, cancelledAt.orElse(""));
    }

    static ShopOrder of(JsonNode json) {
        return new ShopOrder(
                json.path("id").asText(),
                json.path("currency").asText(),
                new BigDecimal(json.path("paid").asText()),
                json.path("gateway").asText(),
                Optional.of(json.path(CANCELLED_AT).asText(SOME_TIME)).filter(at -> !at.isEmpty()));
    }

    String gid() {
        return "gid://shopify/Order/" + id;
    }

    /** The id of its payment. */
    String paymentGid() {
        return "gid://shopify/OrderTransaction/1" + id;
    }
}
