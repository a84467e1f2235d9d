package io.orderloom.corpus;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.source.Statement;
import java.util.List;
import java.util.Optional;

/** Lets the order core decide all that a payload states, each order as if it were new. */
record CoreTrial(PayloadFate fate) {

    static CoreTrial of(List<Statement> statements) {
        PayloadFate fate = new PayloadFate.Accepted(true);
        for (var statement : statements) {
            var next = fate(statement);
            if (severity(next) > severity(fate)) {
                fate = next;
            }
        }
        return new CoreTrial(fate);
    }

    /** Whether the order was taken in, so that its amounts count. */
    boolean isAccepted() {
        return switch (fate) {
            case PayloadFate.Accepted _, PayloadFate.Held _ -> true;
            case PayloadFate.Refused _, PayloadFate.Unnamed _, PayloadFate.Mismatched _ -> false;
        };
    }

    private static int severity(PayloadFate fate) {
        return switch (fate) {
            case PayloadFate.Accepted _ -> 0;
            case PayloadFate.Held _ -> 1;
            case PayloadFate.Refused _ -> 2;
            case PayloadFate.Mismatched _ -> 3;
            case PayloadFate.Unnamed _ -> 4;
        };
    }

    private static PayloadFate fate(Statement statement) {
        var state = OrderState.unheardOf(statement.order());
        for (var fact : statement.facts()) {
            switch (OrderCore.decide(state, fact, PayloadTrial.PROFILE)) {
                case Decision.Refuse(var exception) -> {
                    return refused(exception);
                }
                case Decision.Apply(var changeSet) -> {
                    var broken = broken(changeSet);
                    if (broken.isPresent()) {
                        return refused(broken.get());
                    }
                    state = OrderCore.evolve(state, changeSet);
                }
            }
            if (worthMore(state, fact)) {
                return new PayloadFate.Mismatched(
                        "the core keeps another total than the order states");
            }
        }
        return state instanceof OrderState.Placed placed && placed.held()
                ? new PayloadFate.Held()
                : new PayloadFate.Accepted(true);
    }

    /** The core refuses a fact of a placed order by an exception in place of the fact. */
    private static Optional<OrderException> broken(ChangeSet changeSet) {
        return Consequences.exceptions(changeSet).stream()
                .filter(exception -> RefusalCause.of(exception.type()).isPresent())
                .findFirst();
    }

    private static PayloadFate refused(OrderException exception) {
        var reason = RefusalReason.of(exception.path(), exception.detail());
        return RefusalCause.of(exception.type())
                .<PayloadFate>map(cause -> new PayloadFate.Refused(cause, reason))
                .orElseGet(() ->
                        new PayloadFate.Unnamed(
                                "%s %s: %s"
                                        .formatted(
                                                exception.type(),
                                                exception.path(),
                                                exception.detail())));
    }

    private static boolean worthMore(OrderState state, Fact fact) {
        return state instanceof OrderState.Placed placed
                && fact instanceof Fact.OrderPlaced stated
                && !placed.placed().equals(stated.order().declared().total());
    }
}
