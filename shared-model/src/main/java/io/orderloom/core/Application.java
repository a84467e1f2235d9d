package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Fact.OrderPlaced;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of one fact on a placed order: the state after it, and the changes that lead there.
 */
record Application(Placed after, List<Change> changes) {

    Application {
        changes = List.copyOf(changes);
    }

    static Application placing(Awaited expected, OrderPlaced fact, PostingProfile profile) {
        var change =
                new Change.Accepted(
                        TermsOfOrder.first(fact.order(), fact.provenance()),
                        profile,
                        fact.provenance().correlationId());
        var changes = new ArrayList<Change>();
        changes.add(change);
        LifecycleEvents.of(fact, fact.provenance().correlationId()).ifPresent(changes::add);
        var after = (Placed) Evolution.fold(expected, change);
        LifecycleEvents.heldForPayment(after, fact.provenance()).ifPresent(changes::add);
        signals(TaskCounters.NONE, TaskCounters.of(after), after, fact, changes);
        return new Application(after, changes);
    }

    static Application of(Placed before, Fact stated) {
        var fact = Currencies.fitted(before, stated);
        var change =
                fact instanceof Fact.OrderEdited edited
                        ? new Change.Revised(
                                TermsOfOrder.edited(edited.order(), edited.provenance()))
                        : new Change.Applied(fact);
        var odd = Currencies.misfit(before, fact);
        if (odd.isPresent()) {
            return refused(before, fact, odd.get());
        }
        Placed after;
        try {
            after = (Placed) Evolution.fold(before, change);
        } catch (ArithmeticException overflow) {
            return refused(before, fact, Violation.tooLarge(overflow));
        }
        var broken = new StateInvariants(Derivation.STANDARD).broken(after);
        if (broken.isPresent()) {
            return refused(before, fact, broken.get());
        }
        var changes = new ArrayList<Change>();
        changes.add(change);
        LifecycleEvents.of(fact, after.correlationId()).ifPresent(changes::add);
        LifecycleEvents.released(before, after, fact.provenance()).ifPresent(changes::add);
        RaisedExceptions.of(fact, after)
                .map(exception -> exception.correlated(after.correlationId()))
                .map(Change.ExceptionRaised::new)
                .ifPresent(changes::add);
        doubled(before, after, fact).map(Change.ExceptionRaised::new).ifPresent(changes::add);
        signals(TaskCounters.of(before), TaskCounters.of(after), after, fact, changes);
        resolved(before, after, fact, changes);
        return new Application(after, changes);
    }

    /** Writes nothing of the fact but the exception. */
    private static Application refused(Placed before, Fact fact, Violation violation) {
        return new Application(
                before,
                List.of(
                        new Change.ExceptionRaised(
                                RaisedExceptions.exception(
                                                fact,
                                                violation.type(),
                                                violation.path(),
                                                violation.detail(),
                                                Owner.FINANCE,
                                                Optional.empty())
                                        .correlated(before.correlationId()))));
    }

    private static Optional<OrderException> doubled(Placed before, Placed after, Fact fact) {
        if (before.erp().documents().size() > 1 || after.erp().documents().size() < 2) {
            return Optional.empty();
        }
        var at = after.erp().documents().stream().map(ErpBooks.Booked::at);
        return Optional.of(
                Exceptions.bookedTwice(
                        after.id(),
                        at.max(Comparator.naturalOrder()).orElse(fact.provenance().occurredAt()),
                        after.correlationId(),
                        after.placed()));
    }

    // spotless:off
    private static void signals(TaskCounters was, TaskCounters is, Placed order, Fact fact, List<Change> changes) {
        request(TaskKind.ERP_POST,   was.post(),      is.post(),      order, changes);
        request(TaskKind.ERP_AMEND,  was.amend(),     is.amend(),     order, changes);
        request(TaskKind.ERP_CANCEL, was.erpCancel(), is.erpCancel(), order, changes);
        request(TaskKind.ERP_CREDIT, was.credit(),    is.credit(),    order, changes);
        request(TaskKind.REFUND,     was.refund(),    is.refund(),    order, changes);
        request(TaskKind.RETURN,     was.returns(),   is.returns(),   order, changes);
        if (was.completed() < is.completed()) {
            changes.add(new Change.EventPublished("completed", Type.COMPLETED, fact.provenance().occurredAt(), order.correlationId(), Map.of()));
        }
    }
    // spotless:on

    private static void request(
            TaskKind task, int was, int is, Placed order, List<Change> changes) {
        for (int ordinal = was + 1; ordinal <= is; ordinal++) {
            changes.add(Change.TaskRequested.of(task, ordinal, order));
        }
    }

    private static void resolved(Placed before, Placed after, Fact fact, List<Change> changes) {
        var was = Resolutions.of(before);
        Resolutions.of(after).stream()
                .filter(resolution -> !was.contains(resolution))
                .map(resolution ->
                        new Change.ExceptionResolved(
                                resolution.exception(),
                                resolution.how(),
                                fact.provenance().occurredAt(),
                                after.correlationId()))
                .forEach(changes::add);
    }
}
