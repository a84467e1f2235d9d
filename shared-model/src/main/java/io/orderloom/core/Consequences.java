package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.ProcessFact;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        for (int ordinal = 0; ordinal < changeSet.changes().size(); ordinal++) {
            of(changeSet, sequence(changeSet, ordinal), changeSet.changes().get(ordinal))
                    .ifPresent(messages::add);
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
    private static Optional<Message> of(ChangeSet changeSet, long sequence, Change change) {
        var order = changeSet.orderId();
        var mark = changeSet.mark();
        return switch (change) {
            case Change.EventPublished t              -> Optional.of(tell(order, sequence, t, mark));
            case Change.TaskRequested t     -> Optional.of(task(order, t));
            case Change.ExceptionRaised(var e) -> Optional.of(told(order, e.marked(mark), "", sequence));
            case Change.ExceptionResolved r -> Optional.of(resolved(order, sequence, r, mark));
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
            OrderId order, long sequence, Change.EventPublished told, Optional<Mark> mark) {
        return new PublishEvent(
                new LifecycleEvent(
                        id(order, told.name()),
                        told.type(),
                        order,
                        sequence,
                        told.occurredAt(),
                        told.correlationId(),
                        told.data(),
                        mark));
    }

    private static Message resolved(
            OrderId order, long sequence, Change.ExceptionResolved resolved, Optional<Mark> mark) {
        return new PublishEvent(
                new LifecycleEvent(
                        id(order, resolved.fingerprint() + "/resolved"),
                        Type.EXCEPTION_RESOLVED,
                        order,
                        sequence,
                        resolved.resolvedAt(),
                        resolved.correlationId(),
                        Map.of("exception", resolved.fingerprint(), "reason", resolved.how()),
                        mark));
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
        return told(orderId, exception, again("", opening), 0);
    }

    /**
     * The event for an exception that a person settled.
     *
     * @param opening how often it was opened until then
     */
    public static Message settled(
            OrderId order, OrderException exception, int opening, String how, Instant at) {
        return new PublishEvent(
                new LifecycleEvent(
                        id(order, exception.fingerprint().text() + again("/resolved", opening)),
                        Type.EXCEPTION_RESOLVED,
                        order,
                        0,
                        at,
                        exception.correlationId(),
                        Map.of("exception", exception.fingerprint().text(), "reason", how),
                        exception.mark()));
    }

    /**
     * Adds the number of the opening to a name, so that each opening and each settling is an event
     * of its own.
     */
    private static String again(String name, int opening) {
        return opening == 1 ? name : name + "/" + opening;
    }

    private static Message told(
            OrderId order, OrderException exception, String suffix, long sequence) {
        return new PublishEvent(
                new LifecycleEvent(
                        id(order, exception.fingerprint().text() + suffix),
                        Type.EXCEPTION_RAISED,
                        order,
                        sequence,
                        exception.raisedAt(),
                        exception.correlationId(),
                        Map.of(
                                "type", exception.type().name().toLowerCase(Locale.ROOT),
                                "path", exception.path(),
                                "reason", exception.detail(),
                                "owner", exception.owner().name().toLowerCase(Locale.ROOT)),
                        exception.mark()));
    }
}
