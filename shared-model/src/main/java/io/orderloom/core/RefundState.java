package io.orderloom.core;

import io.orderloom.fact.RefundCause;
import io.orderloom.money.Amount;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The progress of one refund. It never goes back: a settled refund stays settled, even if older
 * news comes later.
 *
 * @param pending the money that a gateway has accepted to give back, as long as nothing else is
 *     known of it
 * @param settled the money that reached the buyer
 * @param failure the first rejection, kept even if the refund is settled after all
 */
public record RefundState(
        String reference,
        Stage stage,
        Amount pending,
        Amount settled,
        Optional<String> payment,
        Optional<RefundCause> cause,
        Optional<Rejection> failure) {

    /** Stages in ascending order: a later one overrides an earlier one. */
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
                zero,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RefundState reached(Stage news) {
        return new RefundState(reference, later(news), pending, settled, payment, cause, failure);
    }

    /** A refund that is stated again is the same money, so the larger statement holds. */
    RefundState underWay(Amount amount) {
        return new RefundState(
                reference,
                later(Stage.PENDING),
                pending.max(amount),
                settled,
                payment,
                cause,
                failure);
    }

    RefundState failedBy(Rejection refusal) {
        return new RefundState(
                reference,
                later(Stage.FAILED),
                pending,
                settled,
                payment,
                cause,
                Optional.of(Rejection.first(failure, refusal)));
    }

    /** A refund that is stated again is the same money, so the larger statement holds. */
    RefundState settledBy(Amount amount, Optional<String> from, RefundCause why) {
        return new RefundState(
                reference,
                Stage.SETTLED,
                pending,
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

    /** The money of it that is on its way. */
    Optional<Amount> onItsWay() {
        return stage == Stage.PENDING ? Optional.of(pending) : Optional.empty();
    }

    boolean afterAll() {
        return stage == Stage.SETTLED && failure.isPresent();
    }
}
