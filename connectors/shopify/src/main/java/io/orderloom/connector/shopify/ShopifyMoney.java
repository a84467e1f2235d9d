package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads amounts in both ledgers: {@code shop_money} is the settlement, {@code presentment_money}
 * the transaction. A payload without sets has amounts in the shop's currency only, which then stand
 * for both.
 */
record ShopifyMoney(Currency shop, Currency presentment) {

    static ShopifyMoney of(JsonField order) {
        var shop = currency(order.at("currency"));
        var paid = order.at("total_price_set").at("presentment_money").at("currency_code");
        return new ShopifyMoney(shop, paid.present() ? currency(paid) : shop);
    }

    static Currency currency(JsonField field) {
        var code = field.required();
        try {
            return new Currency(code);
        } catch (IllegalArgumentException _) {
            throw field.unfit("%s is no ISO 4217 currency".formatted(Quoted.of(code)));
        }
    }

    Amount zero() {
        return new Amount(Money.zero(presentment), Money.zero(shop));
    }

    /** The amount of a field and its set; zero if both are absent. */
    Amount amount(JsonField parent, String name) {
        return optional(parent, name).orElseGet(this::zero);
    }

    /** Like {@link #required}, for amounts that can't be negative. */
    Amount price(JsonField parent, String name) {
        return notNegative(parent.at(name), required(parent, name));
    }

    /** Like {@link #amount}, for amounts that can't be negative. */
    Amount atLeastNothing(JsonField parent, String name) {
        return notNegative(parent.at(name), amount(parent, name));
    }

    static Amount notNegative(JsonField field, Amount amount) {
        if (amount.transaction().isNegative() || amount.settlement().isNegative()) {
            throw field.unfit("is negative");
        }
        return amount;
    }

    Amount required(JsonField parent, String name) {
        return optional(parent, name).orElseThrow(() -> parent.at(name).unfit("is missing"));
    }

    Optional<Amount> optional(JsonField parent, String name) {
        var set = set(parent.at(name + "_set"));
        set.map(Amount::settlement)
                // A negative one is rejected for being negative.
                .filter(amount -> !amount.isNegative())
                .ifPresent(amount -> agree(parent.at(name), amount));
        return set.isPresent() ? set : plain(parent.at(name));
    }

    /** The plain field is in the shop's currency and must agree with the set. */
    private static void agree(JsonField plain, Money set) {
        plain.decimal()
                .filter(decimal -> decimal.compareTo(set.decimal()) != 0)
                .ifPresent(decimal -> {
                    throw plain.unfit(
                            "is %s, but its set says %s".formatted(decimal.toPlainString(), set));
                });
    }

    /** Reads a set without a plain field, as duties and shipping totals have it. */
    Optional<Amount> set(JsonField set) {
        var shopMoney = set.at("shop_money");
        var transaction = set.at("presentment_money");
        if (!set.present() || !shopMoney.present()) {
            if (transaction.present()) {
                throw shopMoney.unfit("is missing");
            }
            return Optional.empty();
        }
        var settlement = money(shopMoney, shop);
        if (!transaction.present() && !shop.equals(presentment)) {
            throw transaction.unfit("is missing");
        }
        return Optional.of(
                new Amount(
                        transaction.present() ? money(transaction, presentment) : settlement,
                        settlement));
    }

    private Optional<Amount> plain(JsonField field) {
        return field.decimal()
                .map(decimal ->
                        new Amount(
                                shop.equals(presentment)
                                        ? money(field, decimal, shop)
                                        : Money.zero(presentment),
                                money(field, decimal, shop)))
                .filter(amount -> shop.equals(presentment) || amount.isZero())
                .or(() -> unknownInPresentment(field));
    }

    private Optional<Amount> unknownInPresentment(JsonField field) {
        if (field.decimal().isEmpty()) {
            return Optional.empty();
        }
        throw field.unfit("states no amount in %s: its set is missing".formatted(presentment));
    }

    private static Money money(JsonField money, Currency currency) {
        var code = money.at("currency_code");
        if (!currency(code).equals(currency)) {
            throw code.unfit("is %s, but the order is in %s".formatted(code.required(), currency));
        }
        var amount = money.at("amount");
        return money(
                amount, amount.decimal().orElseThrow(() -> amount.unfit("is missing")), currency);
    }

    /** The amount that a transaction moves, in the currency in which it moves it. */
    static Money moved(JsonField transaction, Currency currency) {
        var amount = transaction.at("amount");
        var decimal = amount.decimal().orElseThrow(() -> amount.unfit("is missing"));
        if (decimal.signum() < 0) {
            throw amount.unfit("is negative");
        }
        return money(amount, decimal, currency);
    }

    static Money money(JsonField field, BigDecimal decimal, Currency currency) {
        try {
            return Money.of(decimal, currency);
        } catch (ArithmeticException inexact) {
            throw field.unfit(String.valueOf(inexact.getMessage()));
        }
    }
}
