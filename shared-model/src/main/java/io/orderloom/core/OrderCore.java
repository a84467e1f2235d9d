package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Fact.OrderPlaced;
import io.orderloom.fact.Ownership;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what follows from a fact. Pure: everything it knows is in its arguments. */
public final class OrderCore {
    private OrderCore() {}

    /**
     * Decides what a fact does to an order. The caller has already left out repetitions, by the
     * fact's key.
     *
     * @param profile how the channel's orders are booked; read only when the order is placed
     */
    public static Decision decide(OrderState order, Fact fact, PostingProfile profile) {
        try {
            return decided(order, fact, profile);
        } catch (RuntimeException | StackOverflowError bug) {
            return new Decision.Refuse(undecided(fact, bug).marked(Marks.of(order, fact)));
        }
    }

    private static Decision decided(OrderState order, Fact fact, PostingProfile profile) {
        var refusal = refusal(fact);
        if (refusal.isPresent()) {
            return new Decision.Refuse(refusal.get().marked(Marks.of(order, fact)));
        }
        return switch (order) {
            case Awaited expected when fact instanceof OrderPlaced placed ->
                    accept(expected, placed, profile);
            case Awaited expected -> apply(expected, fact, List.of(new Change.Deferred(fact)));
            case Placed placed when fact instanceof OrderPlaced again ->
                    new Decision.Refuse(placedTwice(placed, again).marked(Marks.of(placed)));
            case Placed placed -> apply(placed, fact, Application.of(placed, fact).changes());
        };
    }

    /** The state after a change set. */
    public static OrderState evolve(OrderState state, ChangeSet changeSet) {
        return Evolution.of(state, changeSet);
    }

    /** The exception for a fact that can never become right, whatever else is known. */
    private static Optional<OrderException> refusal(Fact fact) {
        if (!Ownership.mayState(fact.provenance().role(), fact)) {
            return Optional.of(notTheOwner(fact));
        }
        return switch (fact) {
            case OrderPlaced placed -> broken(fact, placed.order());
            case Fact.OrderEdited edited -> broken(fact, edited.order());
            case Fact _ -> Optional.empty();
        };
    }

    private static OrderException notTheOwner(Fact fact) {
        return RaisedExceptions.exception(
                fact,
                Type.OWNERSHIP,
                "provenance.role",
                "%s states %s, which only %s may"
                        .formatted(
                                fact.provenance().role(),
                                fact.provenance().key().kind(),
                                Ownership.owners(fact).stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .collect(Collectors.joining(" or "))),
                Owner.INTEGRATION_TEAM,
                Optional.empty());
    }

    private static Optional<OrderException> broken(Fact fact, Order order) {
        return DocumentInvariants.broken(order)
                .map(violation ->
                        RaisedExceptions.exception(
                                fact,
                                violation.type(),
                                violation.path(),
                                violation.detail(),
                                Owner.FINANCE,
                                Optional.of(order.declared().total())));
    }

    /**
     * The last guard: a fact that cannot be decided because of a bug is refused at once with an
     * exception, and not only after many receives.
     */
    private static OrderException undecided(Fact fact, Throwable bug) {
        return RaisedExceptions.exception(
                fact,
                Type.PAYLOAD,
                fact.provenance().key().kind(),
                "a bug kept it from being decided, and nothing of it was applied: "
                        + Fault.Bug.of(bug).detail(),
                Owner.INTEGRATION_TEAM,
                Optional.empty());
    }

    private static OrderException placedTwice(Placed placed, OrderPlaced again) {
        return RaisedExceptions.exception(
                again,
                Type.CONFLICT,
                "order",
                "%s was placed before under another fact".formatted(placed.id()),
                Owner.INTEGRATION_TEAM,
                Optional.<Amount>of(again.order().declared().total()));
    }

    private static Decision accept(Awaited expected, OrderPlaced fact, PostingProfile profile) {
        var step = Application.placing(expected, fact, profile);
        var changes = new ArrayList<>(step.changes());
        for (var early : expected.waiting()) {
            step = Application.of(step.after(), early);
            changes.addAll(step.changes());
        }
        return apply(expected, fact, changes);
    }

    private static Decision apply(OrderState order, Fact fact, List<Change> changes) {
        return new Decision.Apply(
                new ChangeSet(
                        order.id(),
                        order.version() + 1,
                        fact.provenance().key(),
                        fact.provenance().occurredAt(),
                        fact.provenance().correlationId(),
                        changes,
                        Marks.of(order, fact)));
    }
}
