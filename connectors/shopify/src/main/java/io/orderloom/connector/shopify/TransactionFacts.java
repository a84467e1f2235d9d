package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.Fact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import java.util.List;

/**
 * The fact that a movement of the buyer's money states (Shopify REST Admin API, "Transaction"). A
 * payment goes by the id of its first transaction, which those that follow name as their parent.
 * Money given back is stated by its refund, and one that is still under way states nothing.
 */
record TransactionFacts(ShopifyOrigin origin, JsonField transaction) {

    List<Fact> all() {
        return switch (transaction.at("status").text().orElse("")) {
            case "success" -> succeeded();
            case "failure", "error" -> failed();
            default -> List.of();
        };
    }

    private List<Fact> succeeded() {
        return switch (kind()) {
            case "authorization" ->
                    List.of(
                            new PaymentFact.PaymentAuthorized(
                                    origin(PaymentFact.PaymentAuthorized.KIND),
                                    order(),
                                    id(),
                                    amount()));
            case "sale", "capture" ->
                    List.of(
                            new PaymentFact.PaymentCaptured(
                                    origin(PaymentFact.PaymentCaptured.KIND),
                                    order(),
                                    payment(),
                                    amount()));
            case "void" ->
                    List.of(
                            new PaymentFact.PaymentVoided(
                                    origin(PaymentFact.PaymentVoided.KIND), order(), payment()));
            default -> List.of();
        };
    }

    /** A capture or a void that failed leaves the authorization as it is. */
    private List<Fact> failed() {
        return switch (kind()) {
            case "authorization", "sale" ->
                    List.of(
                            new PaymentFact.PaymentFailed(
                                    origin(PaymentFact.PaymentFailed.KIND),
                                    order(),
                                    id(),
                                    transaction.at("error_code").text().orElse("not stated")));
            default -> List.of();
        };
    }

    private String kind() {
        return transaction.at("kind").required();
    }

    private String id() {
        return ShopifyOrders.identifier(transaction.at("id"));
    }

    private String payment() {
        var parent = transaction.at("parent_id");
        return parent.present() ? ShopifyOrders.identifier(parent) : id();
    }

    private OrderId order() {
        return origin.order(transaction.at("order_id"));
    }

    private Provenance origin(String kind) {
        return origin.of(kind, id(), Role.PAYMENT, origin.time(transaction));
    }

    private Amount amount() {
        var currency = ShopifyMoney.currency(transaction.at("currency"));
        return Amount.same(ShopifyMoney.moved(transaction, currency));
    }
}
