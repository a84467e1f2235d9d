package io.orderloom.core;

import io.orderloom.fact.RefundCause;
import io.orderloom.money.Amount;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far one refund has come. It never goes back: a settled one stays settled, whatever older news
 * comes later.
 *
 * @param settled what reached the buyer
 * @param failure the first refusal, kept when it is settled after all
 */
public record RefundState(
        String reference,
        Stage stage,
        Amount settled,
        Optional<String> payment,
        Optional<RefundCause> cause,
        Optional<Rejection> failure) {

    /** In the order in which one overrides another. */
    public enum Stage {
        REQUESTED,
        PENDING,
        FAILED,
        SETTLED
    }

    static RefundState unseen(String reference, Amount zero) {
        return new RefundState(
                reference,
                Stage.REQUESTED,
                zero,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RefundState reached(Stage news) {
        return new RefundState(reference, later(news), settled, payment, cause, failure);
    }

    RefundState failedBy(Rejection refusal) {
        return new RefundState(
                reference,
                later(Stage.FAILED),
                settled,
                payment,
                cause,
                Optional.of(Rejection.first(failure, refusal)));
    }

    /** Stated again it is the same money: the larger statement holds. */
    RefundState settledBy(Amount amount, Optional<String> from, RefundCause why) {
        return new RefundState(
                reference,
                Stage.SETTLED,
                settled.max(amount),
                least(from, payment),
                Optional.of(cause.filter(c -> c.compareTo(why) < 0).orElse(why)),
                failure);
    }

    private static Optional<String> least(Optional<String> one, Optional<String> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    private Stage later(Stage news) {
        return stage.compareTo(news) >= 0 ? stage : news;
    }

    boolean afterAll() {
        return stage == Stage.SETTLED && failure.isPresent();
    }
}
