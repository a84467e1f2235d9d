package io.orderloom.core;

import io.orderloom.core.RefundState.Stage;
import io.orderloom.fact.RefundCause;
import io.orderloom.money.Amount;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sums over all refunds of an order.
 *
 * @param unnamed the money settled by refunds that name no payment
 * @param byPayment the money settled, by the payment that the refund names
 * @param pending the money that is on its way to the buyer
 * @param stages every stage that some refund is in
 * @param cancellations how many refunds were made because of a cancellation
 * @param afterAll whether one was settled after it was refused
 */
record RefundSums(
        Optional<Amount> unnamed,
        Map<String, Amount> byPayment,
        Optional<Amount> pending,
        Set<Stage> stages,
        int cancellations,
        boolean afterAll) {
    static final Measure<RefundState, RefundSums> MEASURE = new OfRefunds();

    private static final RefundSums NONE =
            new RefundSums(Optional.empty(), Map.of(), Optional.empty(), Set.of(), 0, false);

    /** All money settled, whatever payments the refunds name. */
    Amount settled(Amount zero) {
        var sum = unnamed.orElse(zero);
        for (var amount : byPayment.values()) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    private static final class OfRefunds implements Measure<RefundState, RefundSums> {
        @Override
        public RefundSums empty() {
            return NONE;
        }

        @Override
        public RefundSums of(RefundState refund) {
            return new RefundSums(
                    refund.payment().isPresent() ? Optional.empty() : Optional.of(refund.settled()),
                    refund.payment().map(p -> Map.of(p, refund.settled())).orElse(Map.of()),
                    refund.onItsWay(),
                    Set.of(refund.stage()),
                    refund.cause().filter(RefundCause.CANCELLATION::equals).isPresent() ? 1 : 0,
                    refund.afterAll());
        }

        @Override
        public RefundSums plus(RefundSums one, RefundSums other) {
            return new RefundSums(
                    sum(one.unnamed(), other.unnamed()),
                    merged(one.byPayment(), other.byPayment()),
                    sum(one.pending(), other.pending()),
                    either(one.stages(), other.stages()),
                    one.cancellations() + other.cancellations(),
                    one.afterAll() || other.afterAll());
        }

        private static Optional<Amount> sum(Optional<Amount> one, Optional<Amount> other) {
            return one.map(amount -> other.map(amount::plus).orElse(amount)).or(() -> other);
        }

        private static Map<String, Amount> merged(
                Map<String, Amount> one, Map<String, Amount> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.isEmpty() ? other : one;
            }
            var all = new TreeMap<>(one);
            other.forEach((payment, amount) -> all.merge(payment, amount, Amount::plus));
            return Collections.unmodifiableMap(all);
        }

        private static Set<Stage> either(Set<Stage> one, Set<Stage> other) {
            if (one.containsAll(other) || other.containsAll(one)) {
                return one.size() >= other.size() ? one : other;
            }
            var all = EnumSet.copyOf(one);
            all.addAll(other);
            return Collections.unmodifiableSet(all);
        }
    }
}
