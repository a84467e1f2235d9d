package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the work on an order that waits for no person and no other fact, only for the message that
 * requests it. If that message was lost, the same message is made again here. Pure.
 */
public final class DueWork {
    private DueWork() {}

    /** The messages for what is due now, with the ids under which they were sent before. */
    public static List<Message> signals(OrderState state) {
        if (!(state instanceof Placed order)) {
            return List.of();
        }
        var called = TaskCounters.of(order);
        var signals = new ArrayList<Message>();
        if (postsByItself(order)) {
            signals.add(signal(order, TaskKind.ERP_POST, called.post()));
        }
        if (cancelsByItself(order)) {
            signals.add(signal(order, TaskKind.ERP_CANCEL, called.erpCancel()));
        }
        if (refundsByItself(order)) {
            signals.add(signal(order, TaskKind.REFUND, called.refund()));
        }
        return List.copyOf(signals);
    }

    /** Whether facts wait for the order itself, or for other facts that are still to come. */
    public static boolean waits(OrderState state) {
        return !Uncovered.troubling(state).isEmpty();
    }

    private static Message signal(Placed order, TaskKind task, int ordinal) {
        return Consequences.task(order.id(), Change.TaskRequested.of(task, ordinal, order));
    }

    /**
     * Whether posting goes on by itself. A held order is requested again by its release or its
     * cancellation; a rejected order, or one in doubt, by a person. An order that was cancelled
     * while in doubt is looked up without anybody requesting it.
     */
    private static boolean postsByItself(Placed order) {
        return switch (order.posting()) {
            case Posting.Requested _ -> !order.held() || order.cancellation().isPresent();
            case Posting.InDoubt _ -> order.cancellation().isPresent();
            case Posting.NotNeeded _,
                    Posting.Skipped _,
                    Posting.Refused _,
                    Posting.Posted _,
                    Posting.Cancelling _,
                    Posting.Cancelled _,
                    Posting.CancelRefused _ ->
                    false;
        };
    }

    private static boolean cancelsByItself(Placed order) {
        return switch (order.posting()) {
            case Posting.Cancelling _ -> true;
            case Posting.Requested _,
                    Posting.InDoubt _,
                    Posting.NotNeeded _,
                    Posting.Skipped _,
                    Posting.Refused _,
                    Posting.Posted _,
                    Posting.Cancelled _,
                    Posting.CancelRefused _ ->
                    false;
        };
    }

    private static boolean refundsByItself(Placed order) {
        return switch (order.refundDue()) {
            case REQUESTED -> true;
            case NOT_CANCELLED, NOT_DECIDED, UNDER_WAY, ASKED, SETTLED, FAILED -> false;
        };
    }

    /** The events that a change set publishes to subscribers. */
    public static List<LifecycleEvent> events(ChangeSet changeSet) {
        return Consequences.of(changeSet).stream()
                .flatMap(message ->
                        message instanceof PublishEvent(var event)
                                ? Stream.of(event)
                                : Stream.empty())
                .toList();
    }

    /**
     * Whether another event usually follows by itself, so that this one is not the last to wait
     * for. A wrong guess costs one request and nothing else.
     */
    public static boolean usuallyFollowed(Type event) {
        return switch (event) {
            case ACCEPTED, CANCELLED, ERP_CANCELLED -> true;
            case HELD,
                    RELEASED,
                    CHANGED,
                    POSTED,
                    REJECTED,
                    ALLOCATED,
                    BACKORDERED,
                    SHIPPED,
                    DELIVERED,
                    INVOICED,
                    RETURNED,
                    REFUNDED,
                    COMPLETED,
                    EXCEPTION_RAISED,
                    EXCEPTION_RESOLVED ->
                    false;
        };
    }
}
