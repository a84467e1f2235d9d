package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.channel.Refunds.RefundRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The GraphQL documents about refunds. */
final class RefundDocuments {
    private static final String REFUND =
            """
            legacyResourceId
            note
            transactions(first: 10) {
              nodes { kind status amountSet { presentmentMoney { amount currencyCode } } }
            }
            """;

    /** Reads whether the order is cancelled, its refunds, and how much can still be refunded. */
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

    /**
     * Makes a refund. The directive is required since 2026-04; the shop remembers the key for 24
     * hours.
     */
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

    /** A note for the shop's people, by which Orderloom also recognizes its own refund. */
    private static String note(RefundRequest request) {
        var reason = request.reason();
        return "Cancelled: %s %s"
                .formatted(
                        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                        mark(request));
    }

    /** The mark in the note of the refund that Orderloom makes under this key, and of no other. */
    static String mark(RefundRequest request) {
        return "[" + request.key() + "]";
    }

    private static String order(RefundRequest request) {
        return "gid://shopify/Order/" + request.order().channelOrderId();
    }

    /**
     * Changes the key after a failure: for a key that it knows, the shop returns the failed refund.
     */
    private static String failed(RefundDecision.Give give) {
        return give.failed() == 0 ? "" : "\nafter " + give.failed();
    }

    /** The shop requires that a key always comes with the same parameters. */
    private static String key(RefundRequest request, String transactions) {
        var text = request.key() + "\n" + transactions;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
