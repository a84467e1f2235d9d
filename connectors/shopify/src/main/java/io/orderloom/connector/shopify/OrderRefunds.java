package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * One order's refunds as the shop reports them.
 *
 * @param given in the shop's order
 * @param sources the payments that can still be refunded
 */
record OrderRefunds(List<Refund> given, List<Source> sources) {

    OrderRefunds {
        given = List.copyOf(given);
        sources = List.copyOf(sources);
    }

    /**
     * @param reference the id by which webhooks know the refund
     * @param settled the amount that reached the buyer
     * @param pending the amount that is on its way
     * @param failed the amount that a payment provider did not give back
     */
    record Refund(String reference, String note, Money settled, Money pending, Money failed) {}

    /**
     * A payment that a refund can be made from.
     *
     * @param transaction its id
     * @param refundable the most that can be refunded from it
     */
    record Source(String transaction, String gateway, Money refundable) {}

    /** The amount to refund from one payment. */
    record Part(Source from, Money amount) {}

    /**
     * @param order the order object of an answer
     * @param currency the buyer's
     */
    static OrderRefunds read(JsonField order, Currency currency) {
        return new OrderRefunds(
                order.at("refunds").elements().map(refund -> refund(refund, currency)).toList(),
                order.at("suggestedRefund")
                        .at("suggestedTransactions")
                        .elements()
                        .map(source -> source(source, currency))
                        .filter(source -> source.refundable().isPositive())
                        .toList());
    }

    static Refund refund(JsonField refund, Currency currency) {
        var settled = Money.zero(currency);
        var pending = Money.zero(currency);
        var failed = Money.zero(currency);
        for (var transaction : refund.at("transactions").at("nodes").elements().toList()) {
            if (transaction.at("kind").required().equals("REFUND")) {
                var amount = presentment(transaction.at("amountSet"), currency);
                switch (transaction.at("status").required()) {
                    case "SUCCESS" -> settled = settled.plus(amount);
                    case "FAILURE", "ERROR" -> failed = failed.plus(amount);
                    default -> pending = pending.plus(amount);
                }
            }
        }
        return new Refund(
                ShopifyOrders.identifier(refund.at("legacyResourceId")),
                refund.at("note").text().orElse(""),
                settled,
                pending,
                failed);
    }

    private static Source source(JsonField source, Currency currency) {
        return new Source(
                source.at("parentTransaction").at("id").required(),
                source.at("gateway").required(),
                presentment(source.at("maximumRefundableSet"), currency));
    }

    private static Money presentment(JsonField set, Currency currency) {
        var money = set.at("presentmentMoney");
        var stated = money.at("currencyCode").required();
        if (!stated.equals(currency.code())) {
            throw money.at("currencyCode")
                    .unfit(
                            "is %s, but the buyer paid in %s"
                                    .formatted(Quoted.of(stated), currency));
        }
        var amount = money.at("amount");
        return ShopifyMoney.money(
                amount, amount.decimal().orElseThrow(() -> amount.unfit("is missing")), currency);
    }

    List<Refund> marked(String mark) {
        return given.stream().filter(refund -> refund.note().contains(mark)).toList();
    }

    /** The amount that can still be refunded from all payments together. */
    Money left(Currency currency) {
        return Money.sum(sources.stream().map(Source::refundable).toList(), currency);
    }

    /** Splits the amount over the payments, each up to its limit, in the shop's order. */
    List<Part> parts(Money amount) {
        var parts = new ArrayList<Part>();
        var open = amount;
        for (var source : sources) {
            var part = open.compareTo(source.refundable()) < 0 ? open : source.refundable();
            if (part.isPositive()) {
                parts.add(new Part(source, part));
                open = open.minus(part);
            }
        }
        return parts;
    }
}
