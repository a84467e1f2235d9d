package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.AmendOrder;
import io.orderloom.core.Message.Compensate;
import io.orderloom.core.Message.Compensate.Step;
import io.orderloom.core.Message.CreditOrder;
import io.orderloom.core.Message.PostOrder;
import io.orderloom.core.Message.Tell;
import io.orderloom.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent after a change-set was committed: a pure function of it, so that a redelivery sends
 * the very same messages again. Their ids come from the names of the changes, which no version is
 * part of.
 */
public final class Consequences {
    private Consequences() {}

    public static List<Message> of(ChangeSet changeSet) {
        var messages = new ArrayList<Message>();
        for (int ordinal = 0; ordinal < changeSet.changes().size(); ordinal++) {
            of(changeSet.orderId(), sequence(changeSet, ordinal), changeSet.changes().get(ordinal))
                    .ifPresent(messages::add);
        }
        return List.copyOf(messages);
    }

    /** The exceptions that the change-set opened. */
    public static List<OrderException> exceptions(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .flatMap(change ->
                        change instanceof Change.ExceptionRaised(var exception)
                                ? Stream.of(exception)
                                : Stream.empty())
                .toList();
    }

    /** The fingerprints of exceptions that the change-set settled. */
    public static List<String> resolved(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .flatMap(change ->
                        change instanceof Change.ExceptionResolved resolved
                                ? Stream.of(resolved.fingerprint())
                                : Stream.empty())
                .toList();
    }

    // spotless:off
    private static Optional<Message> of(OrderId order, long sequence, Change change) {
        return switch (change) {
            case Change.Told t              -> Optional.of(tell(order, sequence, t));
            case Change.TaskRequested t     -> Optional.of(task(order, t));
            case Change.ExceptionRaised(var e) -> Optional.of(told(order, e, sequence));
            case Change.ExceptionResolved r -> Optional.of(resolved(order, sequence, r));
            case Change.Accepted _,
                 Change.Deferred _,
                 Change.Revised _,
                 Change.Applied _           -> Optional.empty();
        };
    }

    private static Message task(OrderId order, Change.TaskRequested t) {
        var id = id(order, t.name());
        var correlation = t.correlationId();
        return switch (t.task()) {
            case ERP_POST   -> new PostOrder(id, order, correlation);
            case ERP_AMEND  -> new AmendOrder(id, order, correlation, t.ordinal());
            case ERP_CREDIT -> new CreditOrder(id, order, correlation, t.ordinal());
            case ERP_CANCEL -> new Compensate(id, order, correlation, Step.CANCEL_IN_ERP);
            case REFUND     -> new Compensate(id, order, correlation, Step.REFUND);
            case RETURN     -> new Compensate(id, order, correlation, Step.RETURN);
        };
    }
    // spotless:on

    /** Grows with the version; changes beyond the thousandth share the last place. */
    private static long sequence(ChangeSet changeSet, int ordinal) {
        return changeSet.version() * 1000 + Math.min(ordinal, 999);
    }

    private static String id(OrderId order, String name) {
        return order + "/" + name;
    }

    private static Message tell(OrderId order, long sequence, Change.Told told) {
        return new Tell(
                new LifecycleEvent(
                        id(order, told.name()),
                        told.type(),
                        order,
                        sequence,
                        told.occurredAt(),
                        told.correlationId(),
                        told.data()));
    }

    private static Message resolved(
            OrderId order, long sequence, Change.ExceptionResolved resolved) {
        return new Tell(
                new LifecycleEvent(
                        id(order, resolved.fingerprint() + "/resolved"),
                        Type.EXCEPTION_RESOLVED,
                        order,
                        sequence,
                        resolved.resolvedAt(),
                        resolved.correlationId(),
                        Map.of("exception", resolved.fingerprint(), "reason", resolved.how())));
    }

    /** What subscribers are told of an exception that left the order untouched. */
    public static Message told(OrderId orderId, OrderException exception) {
        return told(orderId, exception, 0);
    }

    private static Message told(OrderId order, OrderException exception, long sequence) {
        return new Tell(
                new LifecycleEvent(
                        id(order, exception.fingerprint()),
                        Type.EXCEPTION_RAISED,
                        order,
                        sequence,
                        exception.raisedAt(),
                        exception.correlationId(),
                        Map.of(
                                "type", exception.type().name().toLowerCase(Locale.ROOT),
                                "path", exception.path(),
                                "reason", exception.detail(),
                                "owner", exception.owner().name().toLowerCase(Locale.ROOT))));
    }
}
