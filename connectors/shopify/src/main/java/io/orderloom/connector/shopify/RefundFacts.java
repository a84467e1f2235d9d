package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.fact.Fact;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The facts that a refund states, within its order's body or in a body of its own. Both say the
 * same of it, since only the refund itself is read. Its amount is in the currency in which the
 * gateway moves it, and the order core knows the other one.
 *
 * @param usual the currency of a transaction that names none; empty if nothing tells it
 */
record RefundFacts(
        ShopifyOrigin origin, OrderId order, JsonField refund, Optional<Currency> usual) {

    /**
     * A refund without any transaction moves units and no money, and states no fact here. One of
     * which some money moves has not failed, whatever was tried before.
     */
    Stream<Fact> all() {
        var moves =
                Stream.concat(
                                moved(Set.of("pending"), this::pending),
                                moved(Set.of("success"), this::settled))
                        .toList();
        return moves.isEmpty() ? moved(Set.of("failure", "error"), this::failed) : moves.stream();
    }

    private Stream<Fact> moved(Set<String> statuses, Function<Amount, Fact> fact) {
        return transactions(statuses)
                .map(this::money)
                .reduce(this::sum)
                .filter(sum -> !sum.isZero())
                .map(Amount::same)
                .map(fact)
                .stream();
    }

    private Stream<JsonField> transactions(Set<String> statuses) {
        return refund.at("transactions")
                .elements()
                .filter(t -> t.at("kind").text().filter("refund"::equals).isPresent())
                .filter(t -> t.at("status").text().filter(statuses::contains).isPresent());
    }

    private Money sum(Money one, Money other) {
        if (!one.currency().equals(other.currency())) {
            throw refund.at("transactions")
                    .unfit("are in %s and in %s".formatted(one.currency(), other.currency()));
        }
        return one.plus(other);
    }

    private Money money(JsonField transaction) {
        return ShopifyMoney.moved(transaction, currency(transaction.at("currency")));
    }

    private Currency currency(JsonField field) {
        return field.present()
                ? ShopifyMoney.currency(field)
                : usual.orElseThrow(() -> field.unfit("is missing"));
    }

    private Fact settled(Amount amount) {
        return new Fact.RefundSettled(
                origin.of(Fact.RefundSettled.KIND, reference(), Role.PAYMENT, origin.time(refund)),
                order,
                reference(),
                amount,
                Optional.empty(),
                cause(),
                units(),
                List.of());
    }

    private Fact pending(Amount amount) {
        return new Fact.RefundPending(
                origin.of(Fact.RefundPending.KIND, reference(), Role.PAYMENT, origin.time(refund)),
                order,
                reference(),
                amount);
    }

    /** The gateway's own message is left out, because it may hold a person's words. */
    private Fact failed(Amount amount) {
        return new Fact.RefundFailed(
                origin.of(Fact.RefundFailed.KIND, reference(), Role.PAYMENT, origin.time(refund)),
                order,
                reference(),
                amount,
                new Fault.Rejected(
                        "refund_refused",
                        "transactions",
                        "the gateway refused refund %s; give the money back in the shop again"
                                .formatted(reference())));
    }

    private String reference() {
        return ShopifyOrders.identifier(refund.at("id"));
    }

    /** The shop reports what becomes of the goods, from which the cause of the refund follows. */
    private RefundCause cause() {
        var restocked =
                refund.at("refund_line_items")
                        .elements()
                        .flatMap(line -> line.at("restock_type").text().stream())
                        .toList();
        if (restocked.contains("return")) {
            return RefundCause.RETURN;
        }
        return restocked.contains("cancel") ? RefundCause.CANCELLATION : RefundCause.UNSTATED;
    }

    private List<Units> units() {
        return refund.at("refund_line_items")
                .elements()
                .filter(line -> line.at("line_item_id").present())
                .filter(line -> !ShopifyLines.quantity(line).isZero())
                .map(line ->
                        new Units(
                                ShopifyOrders.identifier(line.at("line_item_id")),
                                ShopifyLines.quantity(line)))
                .toList();
    }
}
