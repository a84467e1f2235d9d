package io.orderloom.embedded.shopify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the books into objects of the schema. */
final class AdminJson {
    private AdminJson() {}

    static Map<String, Object> order(
            ShopOrder order, List<ShopRefund> refunds, BigDecimal refundable) {
        var json = new HashMap<String, Object>();
        order.cancelledAt().ifPresent(at -> json.put("cancelledAt", at));
        json.put("id", order.gid());
        json.put("refunds", refunds.stream().map(AdminJson::refund).toList());
        json.put(
                "suggestedRefund",
                Map.of("suggestedTransactions", List.of(suggested(order, refundable))));
        return json;
    }

    static Map<String, Object> refund(ShopRefund refund) {
        return Map.of(
                "id",
                "gid://shopify/Refund/" + refund.id(),
                "legacyResourceId",
                Long.toString(refund.id()),
                "note",
                refund.note(),
                "totalRefundedSet",
                money(refund.amount(), refund.currency()),
                "transactions",
                Map.of("nodes", List.of(transaction(refund))));
    }

    static Map<String, Object> userError(List<String> field, String message) {
        return field.isEmpty()
                ? Map.of("message", message)
                : Map.of("field", field, "message", message);
    }

    private static Map<String, Object> suggested(ShopOrder order, BigDecimal refundable) {
        return Map.of(
                "gateway", order.gateway(),
                "maximumRefundableSet", money(refundable, order.currency()),
                "parentTransaction", Map.of("id", order.paymentGid()));
    }

    private static Map<String, Object> transaction(ShopRefund refund) {
        return Map.of(
                "id",
                "gid://shopify/OrderTransaction/2" + refund.id(),
                "kind",
                "REFUND",
                "status",
                "SUCCESS",
                "amountSet",
                money(refund.amount(), refund.currency()));
    }

    /** The demo shop's books are in the buyer's currency. */
    private static Map<String, Object> money(BigDecimal amount, String currency) {
        var money = Map.of("amount", amount.toPlainString(), "currencyCode", currency);
        return Map.of("presentmentMoney", money, "shopMoney", money);
    }
}
