package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.PaymentStatus;
import java.util.Locale;
import java.util.Set;

/** The buyer's money that the shop has received and given back. */
record ShopifyPayments(JsonField order, ShopifyMoney money) {
    private static final Set<String> MOVED = Set.of("success", "pending");

    PaymentStatus status() {
        var field = order.at("financial_status");
        return switch (field.text().orElse("pending").toLowerCase(Locale.ROOT)) {
            case "pending" -> PaymentStatus.PENDING;
            case "authorized" -> PaymentStatus.AUTHORIZED;
            case "partially_paid" -> PaymentStatus.PARTIALLY_PAID;
            case "paid" -> PaymentStatus.PAID;
            case "partially_refunded" -> PaymentStatus.PARTIALLY_REFUNDED;
            case "refunded" -> PaymentStatus.REFUNDED;
            case "voided" -> PaymentStatus.VOIDED;
            case "expired" -> PaymentStatus.EXPIRED;
            default ->
                    throw field.unfit(
                            "%s is no payment status that is known"
                                    .formatted(Quoted.of(field.required())));
        };
    }

    /**
     * The amount before refunds. Shopify states it as the total less the outstanding amount; an
     * order counts as refunded when all that was <em>taken</em> went back, which may be a deposit.
     */
    Amount captured() {
        var total = money.price(order, "total_price");
        return switch (status()) {
            case PAID -> total;
            case PARTIALLY_REFUNDED -> total;
            case REFUNDED -> givenBack(total);
            case PENDING, AUTHORIZED, VOIDED, EXPIRED -> money.zero();
            case PARTIALLY_PAID -> total.minus(outstanding(total));
        };
    }

    /** The sum of all refunds, which may be a part of the total; all of it if none is listed. */
    private Amount givenBack(Amount total) {
        return JsonField.distinct(order.at("refunds").elements()).stream()
                .flatMap(refund -> refund.at("transactions").elements())
                .filter(t -> t.at("kind").text().filter("refund"::equals).isPresent())
                .filter(t -> t.at("status").text().filter(MOVED::contains).isPresent())
                .map(this::moved)
                .reduce(Money::plus)
                .map(sum -> ofTotal(sum, total))
                .orElse(total);
    }

    private Money moved(JsonField transaction) {
        var stated = transaction.at("currency");
        return ShopifyMoney.moved(
                transaction,
                stated.present() ? ShopifyMoney.currency(stated) : money.presentment());
    }

    /** A sum in one of the two currencies, in both; one that reaches the total is all of it. */
    private static Amount ofTotal(Money sum, Amount total) {
        boolean inTransaction = sum.currency().equals(total.transaction().currency());
        var whole = inTransaction ? total.transaction() : total.settlement();
        if (!sum.currency().equals(whole.currency()) || sum.compareTo(whole) >= 0) {
            return total;
        }
        return inTransaction
                ? new Amount(sum, sum.inProportion(total.transaction(), total.settlement()))
                : inSettlement(sum, total);
    }

    /** The outstanding amount, which is stated in the shop's currency only. */
    private Amount outstanding(Amount total) {
        var field = order.at("total_outstanding");
        var stated = field.decimal().orElseThrow(() -> field.unfit("is missing"));
        var outstanding = ShopifyMoney.money(field, stated, total.settlement().currency());
        if (outstanding.isNegative()) {
            throw field.unfit("is negative: more was taken than the total");
        }
        if (outstanding.compareTo(total.settlement()) > 0) {
            throw field.unfit(
                    "%s is more than the total %s".formatted(outstanding, total.settlement()));
        }
        return inSettlement(outstanding, total);
    }

    private static Amount inSettlement(Money settlement, Amount total) {
        return new Amount(
                settlement.inProportion(total.settlement(), total.transaction()), settlement);
    }
}
