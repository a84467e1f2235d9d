package io.orderloom.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** One amount in both ledgers. Sums are kept apart in each. */
public record Amount(Money transaction, Money settlement) {

    /** The same amount in both ledgers: an order whose buyer paid in the shop's currency. */
    public static Amount same(Money money) {
        return new Amount(money, money);
    }

    public static Amount sum(List<Amount> parts, Amount zero) {
        return parts.stream().reduce(zero, Amount::plus);
    }

    public Money in(Ledger ledger) {
        return switch (ledger) {
            case TRANSACTION -> transaction;
            case SETTLEMENT -> settlement;
        };
    }

    public Amount plus(Amount other) {
        return with(other, Money::plus);
    }

    public Amount minus(Amount other) {
        return with(other, Money::minus);
    }

    public Amount times(BigDecimal factor) {
        return each(money -> money.times(factor));
    }

    /** The smaller amount in each ledger. */
    public Amount min(Amount other) {
        return with(other, (one, two) -> one.compareTo(two) <= 0 ? one : two);
    }

    /** The larger amount in each ledger. */
    public Amount max(Amount other) {
        return with(other, (one, two) -> one.compareTo(two) >= 0 ? one : two);
    }

    public Amount negated() {
        return each(Money::negated);
    }

    /** Tells whether both are in the same currencies, ledger by ledger. */
    public boolean fits(Amount other) {
        return transaction.currency().equals(other.transaction.currency())
                && settlement.currency().equals(other.settlement.currency());
    }

    /** Zero, in this amount's currencies. */
    public Amount zero() {
        return each(money -> Money.zero(money.currency()));
    }

    public boolean isZero() {
        return transaction.isZero() && settlement.isZero();
    }

    private Amount with(Amount other, BinaryOperator<Money> operator) {
        return new Amount(
                operator.apply(transaction, other.transaction),
                operator.apply(settlement, other.settlement));
    }

    private Amount each(UnaryOperator<Money> operator) {
        return new Amount(operator.apply(transaction), operator.apply(settlement));
    }
}
