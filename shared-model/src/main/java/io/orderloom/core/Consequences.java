package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.event.EventData.TroubleRaised;
import io.orderloom.event.EventData.TroubleResolved;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.ProcessFact;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages that are sent after a change set was committed. They are a pure function of it, so
 * that a redelivery sends the very same messages again. Their ids come from the names of the
 * changes, which do not depend on the order's version.
 */
public final class Consequences {
    private Consequences() {}

    public static List<Message> of(ChangeSet changeSet) {
        var messages = new ArrayList<Message>();
        var cause = EventCause.of(changeSet);
        for (int ordinal = 0; ordinal < changeSet.changes().size(); ordinal++) {
            var change = changeSet.changes().get(ordinal);
            cause = cause.or(change);
            of(changeSet, cause, sequence(changeSet, ordinal), change).ifPresent(messages::add);
        }
        return List.copyOf(messages);
    }

    /** The exceptions that the change set opened. */
    public static List<OrderException> exceptions(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .flatMap(change ->
                        change instanceof Change.ExceptionRaised(var exception)
                                ? Stream.of(exception.marked(changeSet.mark()))
                                : Stream.empty())
                .toList();
    }

    /** The exceptions that the change set settled. */
    public static List<Change.ExceptionResolved> resolutions(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .flatMap(change ->
                        change instanceof Change.ExceptionResolved resolved
                                ? Stream.of(resolved)
                                : Stream.empty())
                .toList();
    }

    /** Whether personal data must no longer be kept from this change set on. */
    public static boolean erased(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .anyMatch(change -> change instanceof Change.Applied(ProcessFact.Erased _));
    }

    /** The fingerprints of the exceptions that the facts known of an order have settled. */
    public static Set<String> settled(OrderState order) {
        return switch (order) {
            case OrderState.Awaited _ -> Set.of();
            case OrderState.Placed placed ->
                    Resolutions.of(placed).stream()
                            .map(Resolutions.Resolution::exception)
                            .collect(Collectors.toUnmodifiableSet());
        };
    }

    // spotless:off
    private static Optional<Message> of(ChangeSet changeSet, EventCause cause, long sequence, Change change) {
        var order = changeSet.orderId();
        var mark = changeSet.mark();
        return switch (change) {
            case Change.EventPublished t       -> Optional.of(tell(order, cause, sequence, t, mark));
            case Change.TaskRequested t        -> Optional.of(task(order, t));
            case Change.ExceptionRaised(var e) -> Optional.of(told(order, Optional.of(cause.fact()), e.marked(mark), "", sequence));
            case Change.ExceptionResolved r    -> Optional.of(resolved(order, cause, sequence, r, mark));
            case Change.Accepted _,
                 Change.Deferred _,
                 Change.Revised _,
                 Change.Applied _           -> Optional.empty();
        };
    }

    // spotless:on

    static Message task(OrderId order, Change.TaskRequested t) {
        return Message.task(t.task(), id(order, t.name()), order, t.correlationId(), t.ordinal());
    }

    /** Grows with the version. Changes from the thousandth on share one number. */
    private static long sequence(ChangeSet changeSet, int ordinal) {
        return changeSet.version() * 1000 + Math.min(ordinal, 999);
    }

    private static String id(OrderId order, String name) {
        return order + "/" + name;
    }

    private static Message tell(
            OrderId order,
            EventCause cause,
            long sequence,
            Change.EventPublished told,
            Optional<Mark> mark) {
        return new PublishEvent(
                new LifecycleEvent(
                                id(order, told.name()),
                                told.type(),
                                order,
                                sequence,
                                told.occurredAt(),
                                told.correlationId(),
                                told.data(),
                                mark)
                        .because(Optional.of(cause.fact()), cause.said(told)));
    }

    private static Message resolved(
            OrderId order,
            EventCause cause,
            long sequence,
            Change.ExceptionResolved resolved,
            Optional<Mark> mark) {
        return settled(
                id(order, resolved.fingerprint() + "/resolved"),
                order,
                sequence,
                resolved.resolvedAt(),
                resolved.correlationId(),
                new TroubleResolved(resolved.fingerprint(), resolved.how()),
                mark,
                Optional.of(cause.fact()));
    }

    /** The event for an exception that left the order untouched. */
    public static Message told(OrderId orderId, OrderException exception) {
        return told(orderId, exception, 1);
    }

    /**
     * The event for an exception that was opened anew.
     *
     * @param opening how often it was opened, this time included
     */
    public static Message told(OrderId orderId, OrderException exception, int opening) {
        return told(orderId, Optional.empty(), exception, again("", opening), 0);
    }

    /**
     * The event for an exception that a person settled.
     *
     * @param opening how often it was opened until then
     */
    public static Message settled(
            OrderId order, OrderException exception, int opening, String how, Instant at) {
        return settled(
                id(order, exception.fingerprint().text() + again("/resolved", opening)),
                order,
                0,
                at,
                exception.correlationId(),
                new TroubleResolved(exception.fingerprint().text(), how),
                exception.mark(),
                Optional.empty());
    }

    private static Message settled(
            String id,
            OrderId order,
            long sequence,
            Instant at,
            String correlationId,
            TroubleResolved resolved,
            Optional<Mark> mark,
            Optional<String> fact) {
        return new PublishEvent(
                new LifecycleEvent(
                                id,
                                Type.EXCEPTION_RESOLVED,
                                order,
                                sequence,
                                at,
                                correlationId,
                                FlatData.of(resolved),
                                mark)
                        .because(fact, Optional.of(resolved)));
    }

    /**
     * Adds the number of the opening to a name, so that each opening and each settling is an event
     * of its own.
     */
    private static String again(String name, int opening) {
        return opening == 1 ? name : name + "/" + opening;
    }

    private static Message told(
            OrderId order,
            Optional<String> fact,
            OrderException exception,
            String suffix,
            long sequence) {
        var raised =
                new TroubleRaised(
                        exception.type().name().toLowerCase(Locale.ROOT),
                        exception.path(),
                        exception.detail(),
                        exception.owner().name().toLowerCase(Locale.ROOT));
        return new PublishEvent(
                new LifecycleEvent(
                                id(order, exception.fingerprint().text() + suffix),
                                Type.EXCEPTION_RAISED,
                                order,
                                sequence,
                                exception.raisedAt(),
                                exception.correlationId(),
                                FlatData.of(raised),
                                exception.mark())
                        .because(fact, Optional.of(raised)));
    }
}
