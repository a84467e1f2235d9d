package io.orderloom.connector.shopify;

import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;

/** Answers of the GraphQL Admin API in the vendor's wording; amounts are the buyer's EUR. */
final class AdminAnswers {
    /** A buyer has paid 46.87 EUR, and the shop keeps its books in USD. */
    static final RefundRequest OWED =
            new RefundRequest(
                    new OrderId("demo-shop", "450006"),
                    new Amount(Money.of("46.87", "EUR"), Money.of("50.81", "USD")),
                    "demo-shop:450006/refund/1",
                    "customer");

    private AdminAnswers() {}

    static String order(String refund, String... sources) {
        return order("\"2026-11-02T11:00:00Z\"", refund, String.join(",", sources));
    }

    /** The answer for an order that is not cancelled. */
    static String goingOn(String refund, String... sources) {
        return order("null", refund, String.join(",", sources));
    }

    private static String order(String cancelledAt, String refund, String sources) {
        return """
        {"data":{"order":{"cancelledAt":%s,"refunds":[%s],
         "suggestedRefund":{"suggestedTransactions":[%s]}}},
         "extensions":{"cost":{"requestedQueryCost":52}}}\
        """
                .formatted(cancelledAt, refund, sources);
    }

    static String source(String id, String gateway, String refundable) {
        return """
        {"gateway":"%s","parentTransaction":{"id":"gid://shopify/OrderTransaction/%s"},
         "maximumRefundableSet":{"presentmentMoney":{"amount":"%s","currencyCode":"EUR"}}}\
        """
                .formatted(gateway, id, refundable);
    }

    static String created(String refund) {
        return """
        {"data":{"refundCreate":{"refund":%s,"userErrors":[]}}}\
        """
                .formatted(refund);
    }

    static String refund(String id, String note, String... transactions) {
        return """
        {"legacyResourceId":"%s","note":"%s","transactions":{"nodes":[%s]}}\
        """
                .formatted(id, note, String.join(",", transactions));
    }

    static String transaction(String status, String amount) {
        return """
        {"kind":"REFUND","status":"%s",
         "amountSet":{"presentmentMoney":{"amount":"%s","currencyCode":"EUR"}}}\
        """
                .formatted(status, amount);
    }
}
