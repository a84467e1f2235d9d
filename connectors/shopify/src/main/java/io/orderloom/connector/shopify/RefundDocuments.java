package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.channel.Refunds.RefundRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What is asked of the GraphQL Admin API about refunds. */
final class RefundDocuments {
    private static final String REFUND =
            """
            legacyResourceId
            note
            transactions(first: 10) {
              nodes { kind status amountSet { presentmentMoney { amount currencyCode } } }
            }
            """;

    /** Whether it is cancelled, its refunds, and what its payments can still give back. */
    static final String LOOK =
            """
            query OrderRefunds($id: ID!) {
              order(id: $id) {
                cancelledAt
                refunds(first: 25) { %s }
                suggestedRefund(suggestFullRefund: true) {
                  suggestedTransactions {
                    gateway
                    parentTransaction { id }
                    maximumRefundableSet { presentmentMoney { amount currencyCode } }
                  }
                }
              }
            }
            """
                    .formatted(REFUND);

    /** The directive is required since 2026-04; the shop remembers the key for 24 hours. */
    static final String GIVE =
            """
            mutation GiveBack($input: RefundInput!, $key: String!) {
              refundCreate(input: $input) @idempotent(key: $key) {
                refund { %s }
                userErrors { field message }
              }
            }
            """
                    .formatted(REFUND);

    private static final int LONGEST_REASON = 200;

    private RefundDocuments() {}

    static ObjectNode look(RefundRequest request) {
        return JsonNodeFactory.instance.objectNode().put("id", order(request));
    }

    static ObjectNode give(RefundRequest request, RefundDecision.Give give) {
        var variables = JsonNodeFactory.instance.objectNode();
        var input =
                variables
                        .putObject("input")
                        .put("orderId", order(request))
                        .put("currency", request.amount().transaction().currency().code())
                        .put("note", note(request));
        var transactions = input.putArray("transactions");
        for (var part : give.parts()) {
            transactions
                    .addObject()
                    .put("orderId", order(request))
                    .put("kind", "REFUND")
                    .put("gateway", part.from().gateway())
                    .put("parentId", part.from().transaction())
                    .put("amount", part.amount().decimal().toPlainString());
        }
        return variables.put("key", key(request, transactions + failed(give)));
    }

    /** For the shop's people, and for us to know our refund again. */
    private static String note(RefundRequest request) {
        var reason = request.reason();
        return "Cancelled: %s %s"
                .formatted(
                        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                        mark(request));
    }

    /** Only our refund under this key has it in its note. */
    static String mark(RefundRequest request) {
        return "[" + request.key() + "]";
    }

    private static String order(RefundRequest request) {
        return "gid://shopify/Order/" + request.order().channelOrderId();
    }

    /** The shop answers a key that it knows with the refund that failed under it. */
    private static String failed(RefundDecision.Give give) {
        return give.failed() == 0 ? "" : "\nafter " + give.failed();
    }

    /** The shop wants a key to mean one set of parameters. */
    private static String key(RefundRequest request, String transactions) {
        var text = request.key() + "\n" + transactions;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
