package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import java.util.Comparator;

/** Folds change sets into a state, so that replaying an order's log gives its state. */
final class Evolution {
    /**
     * Sorts facts by the time at which they happened, as their sources state it, and then by key,
     * so that no two facts are equal.
     */
    private static final Comparator<Fact> AS_IT_HAPPENED =
            Comparator.comparing((Fact fact) -> fact.provenance().occurredAt())
                    .thenComparing(fact -> fact.provenance().key().toString());

    private Evolution() {}

    static OrderState of(OrderState state, ChangeSet changeSet) {
        var folded = state;
        for (var change : changeSet.changes()) {
            folded = fold(folded, change);
        }
        return atVersion(folded, changeSet.version());
    }

    // spotless:off
    static OrderState fold(OrderState state, Change change) {
        return switch (change) {
            case Change.Deferred(var fact)              -> waiting(expected(state, change), fact);
            case Change.Accepted(var terms, var p, var c) -> Accumulation.placed(expected(state, change), terms, p, c);
            case Change.Revised(var terms)              -> Accumulation.revised(placed(state, change), terms);
            case Change.Applied(var fact)               -> Accumulation.of(placed(state, change), fact);
            case Change.EventPublished _,
                 Change.TaskRequested _,
                 Change.ExceptionRaised _,
                 Change.ExceptionResolved _             -> state;
        };
    }
    // spotless:on

    private static Awaited expected(OrderState state, Change change) {
        return switch (state) {
            case Awaited expected -> expected;
            case Placed placed ->
                    throw new IllegalStateException(
                            "%s can't happen: %s is placed".formatted(change, placed.id()));
        };
    }

    private static Placed placed(OrderState state, Change change) {
        return switch (state) {
            case Placed placed -> placed;
            case Awaited expected ->
                    throw new IllegalStateException(
                            "%s can't happen before %s is placed".formatted(change, expected.id()));
        };
    }

    private static Awaited waiting(Awaited state, Fact fact) {
        return new Awaited(
                state.id(), state.version(), Sorted.of(state.waiting()).plus(fact, AS_IT_HAPPENED));
    }

    private static OrderState atVersion(OrderState state, long version) {
        return switch (state) {
            case Awaited expected -> new Awaited(expected.id(), version, expected.waiting());
            case Placed p ->
                    new Placed(
                            p.id(),
                            version,
                            p.correlationId(),
                            p.profile(),
                            p.test(),
                            p.placed(),
                            p.head(),
                            p.document(),
                            p.total(),
                            p.payment(),
                            p.paymentRevision(),
                            p.captured(),
                            p.lines(),
                            p.payments(),
                            p.refunds(),
                            p.taxes(),
                            p.erp(),
                            p.cancellation(),
                            p.holds(),
                            p.cases(),
                            p.erased(),
                            p.tallies());
        };
    }
}
