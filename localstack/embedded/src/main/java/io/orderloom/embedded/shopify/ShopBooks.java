package io.orderloom.embedded.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.journal.Journal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's orders and refunds. Each is on disk before it is reported. */
final class ShopBooks implements AutoCloseable {
    private static final String CANCELLED = "cancelled";
    private static final long FIRST_ID = 7_000_000_001L;

    private final Map<String, ShopOrder> orders = new LinkedHashMap<>();
    private final List<ShopRefund> refunds = new ArrayList<>();
    private final Journal journal;

    ShopBooks(Path file) {
        this.journal = Journal.open(file, this::replay);
    }

    /** The result of a request to give money back. */
    sealed interface Outcome {
        record Given(ShopRefund refund) implements Outcome {}

        /**
         * @param field empty where the request as a whole is rejected
         */
        record Refused(List<String> field, String message) implements Outcome {}
    }

    /** A client's request to give money back. */
    record Request(String orderGid, String currency, String note, List<Part> parts) {
        BigDecimal amount() {
            return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * @param payment the id of the payment from which the money is given back
     */
    record Part(String payment, BigDecimal amount) {}

    synchronized void know(ShopOrder order) {
        if (orders.putIfAbsent(order.id(), order) == null) {
            var entry = StackJson.object();
            entry.set(CANCELLED, order.toJson());
            journal.append(entry);
        }
    }

    synchronized Optional<ShopOrder> order(String gid) {
        return orders.values().stream().filter(order -> order.gid().equals(gid)).findFirst();
    }

    synchronized List<ShopRefund> refunds(String order) {
        return refunds.stream().filter(refund -> refund.order().equals(order)).toList();
    }

    synchronized List<ShopRefund> refunds() {
        return List.copyOf(refunds);
    }

    /** The money that can still be given back beside these refunds of the order. */
    static BigDecimal refundable(ShopOrder order, List<ShopRefund> refunds) {
        return refunds.stream().map(ShopRefund::amount).reduce(order.paid(), BigDecimal::subtract);
    }

    synchronized Outcome give(Request request, String key) {
        var before = refunds.stream().filter(refund -> refund.key().equals(key)).findFirst();
        if (before.isPresent()) {
            return before.get().request().equals(request.toString())
                    ? new Outcome.Given(before.get())
                    : refused(
                            "The same idempotency key cannot be used with different operation"
                                    + " parameters.");
        }
        return order(request.orderGid())
                .map(order -> refusal(order, request).orElseGet(() -> given(order, request, key)))
                .orElseGet(() -> refused("Order does not exist", "orderId"));
    }

    private Optional<Outcome> refusal(ShopOrder order, Request request) {
        if (!order.currency().equals(request.currency())) {
            return Optional.of(
                    refused("Currency must be the order's presentment currency", "currency"));
        }
        if (request.parts().isEmpty()) {
            return Optional.of(refused("Nothing is to be given back", "transactions"));
        }
        for (int i = 0; i < request.parts().size(); i++) {
            var part = request.parts().get(i);
            var at = Integer.toString(i);
            if (!order.paymentGid().equals(part.payment())) {
                return Optional.of(
                        refused("Payment does not exist", "transactions", at, "parentId"));
            }
            if (part.amount().signum() <= 0) {
                return Optional.of(
                        refused("Amount must be greater than zero", "transactions", at, "amount"));
            }
        }
        var left = refundable(order, refunds(order.id()));
        return request.amount().compareTo(left) > 0
                ? Optional.of(
                        refused(
                                "Refund amount $%s is greater than net payment received $%s"
                                        .formatted(request.amount(), left)))
                : Optional.empty();
    }

    private Outcome given(ShopOrder order, Request request, String key) {
        var refund =
                new ShopRefund(
                        FIRST_ID + refunds.size(),
                        order.id(),
                        request.amount(),
                        order.currency(),
                        request.note(),
                        key,
                        request.toString());
        journal.append(refund.toJson());
        refunds.add(refund);
        return new Outcome.Given(refund);
    }

    private static Outcome refused(String message, String... field) {
        return new Outcome.Refused(List.of(field), message);
    }

    private void replay(JsonNode entry) {
        if (entry.has(CANCELLED)) {
            var order = ShopOrder.of(entry.path(CANCELLED));
            orders.put(order.id(), order);
        } else {
            refunds.add(ShopRefund.of(entry));
        }
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
