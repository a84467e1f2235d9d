package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.history.Baskets;
import io.orderloom.history.History;
import io.orderloom.history.Permutations;
import io.orderloom.history.Run;
import io.orderloom.history.World;
import io.orderloom.history.WrongBaskets;
import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import io.orderloom.price.Proration;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For each invariant there is an arithmetic that breaks it, and the invariant catches it. */
class WrongArithmeticTest {
    private static final int HISTORIES = 1_000;

    @ParameterizedTest
    @EnumSource
    void wrong_arithmetic_is_caught_by_its_invariant_seed_1(Invariant invariant) {
        var caught =
                LongStream.rangeClosed(1, HISTORIES)
                        .mapToObj(seed -> violation(seed, invariant))
                        .flatMap(Optional::stream)
                        .findFirst();

        assertThat(caught).contains(invariant);
    }

    @Test
    void right_arithmetic_breaks_no_invariant_seed_1() {
        var caught =
                LongStream.rangeClosed(1, HISTORIES)
                        .mapToObj(seed -> byDerivation(Derivation.STANDARD, World.history(seed)))
                        .flatMap(Optional::stream);

        assertThat(caught).isEmpty();
    }

    // spotless:off
    private static Optional<Invariant> violation(long seed, Invariant invariant) {
        return switch (invariant) {
            case LINE_TOTALS      -> byDocument(seed, new WrongBaskets.LosingOddCents());
            case ORDER_TOTAL      -> byDocument(seed, new WrongBaskets.ForgettingTips());
            case ONE_CURRENCY     -> byDocument(seed, new WrongBaskets.MixingLedgers());
            case REFUNDS_COVERED  -> byDerivation(new RefundsBlindly(), World.history(seed));
            case RETURNED_UNITS   -> byDerivation(new CreditsBlindly(), World.history(seed));
            case INVOICES_BALANCE -> byDerivation(new RoundsEachUnit(), World.history(seed));
            case UNITS_CONSERVED  -> byDerivation(new CancelsWhatIsGone(), World.history(seed));
        };
    }
    // spotless:on

    private static Optional<Invariant> byDocument(long seed, Baskets wrong) {
        var history = World.history(seed, wrong, Proration::next);
        var placed = (Fact.OrderPlaced) history.facts().getFirst();
        return DocumentInvariants.broken(placed.order()).map(Violation::invariant);
    }

    private static Optional<Invariant> byDerivation(Derivation wrong, History history) {
        var invariants = new StateInvariants(wrong);
        var run = new Run(history.facts().getFirst().orderId(), World.PROFILE);
        for (var fact :
                Permutations.shuffled(history.facts(), new SplittableRandom(history.seed()))) {
            run.ingest(fact);
            if (run.state() instanceof Placed placed) {
                var broken = invariants.broken(placed);
                if (broken.isPresent()) {
                    return broken.map(Violation::invariant);
                }
            }
        }
        return Optional.empty();
    }

    /** Counts a refund before its capture is known. */
    private static final class RefundsBlindly extends Derivation {
        @Override
        Amount refunded(Placed order) {
            var sum = order.placed().zero();
            for (var refund : order.refunds()) {
                sum = sum.plus(refund.settled());
            }
            return sum;
        }
    }

    /** Takes all that facts state to be credited or refunded, without a check. */
    private static final class CreditsBlindly extends Derivation {
        @Override
        LineQuantities quantities(LineState line, boolean whole) {
            var q = super.quantities(line, whole);
            return new LineQuantities(
                    q.lineId(),
                    q.ordered(),
                    q.open(),
                    q.allocated(),
                    q.backordered(),
                    q.shipped(),
                    q.cancelled(),
                    q.delivered(),
                    q.toReturn(),
                    q.returned(),
                    q.invoiced(),
                    line.count(UnitCount.CREDITED),
                    line.count(UnitCount.REFUNDED));
        }
    }

    /** Rounds the worth of one unit and multiplies it. */
    private static final class RoundsEachUnit extends Derivation {
        @Override
        Amount worth(LineState line, Quantity before, Quantity units) {
            return line.ordered().isZero()
                    ? line.worth().zero()
                    : Proration.upTo(line.worth(), Quantity.of(1), line.ordered())
                            .times(units.value());
        }
    }

    /** Cancels as many units as were requested, whether or not they have left. */
    private static final class CancelsWhatIsGone extends Derivation {
        @Override
        LineQuantities quantities(LineState line, boolean whole) {
            var q = super.quantities(line, whole);
            var asked = whole ? q.ordered() : line.count(UnitCount.CANCEL_REQUESTED);
            return new LineQuantities(
                    q.lineId(),
                    q.ordered(),
                    q.open(),
                    q.allocated(),
                    q.backordered(),
                    q.shipped(),
                    asked,
                    q.delivered(),
                    q.toReturn(),
                    q.returned(),
                    q.invoiced(),
                    q.credited(),
                    q.refunded());
        }
    }

    @Test
    void an_erp_that_rounds_each_unit_is_found_out_by_its_invoices_seed_1() {
        var odd =
                LongStream.rangeClosed(1, HISTORIES)
                        .mapToObj(seed ->
                                World.history(seed, new Baskets(), WrongArithmeticTest::byUnit))
                        .filter(history ->
                                Uncovered.of(Run.of(World.PROFILE, history.facts()).state())
                                        .stream()
                                        .anyMatch(wait -> wait.path().equals("erp.invoices")))
                        .count();

        assertThat(odd).isPositive();
    }

    private static Amount byUnit(Amount whole, Quantity before, Quantity units, Quantity ordered) {
        var each = Proration.upTo(whole, Quantity.of(1), ordered);
        return each.times(units.value().max(BigDecimal.ZERO));
    }
}
