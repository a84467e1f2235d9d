package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of an order moves by itself as soon as its signal is seen, and waits for no person and no
 * other fact. Whoever lost the signal of it finds it again by this. Pure.
 */
public final class DueWork {
    private DueWork() {}

    /** The signals of what is due by now, under the ids that they were sent under before. */
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

    /** Whether facts wait for an order that is still to come. */
    public static boolean missing(OrderState state) {
        return state instanceof Awaited && !Uncovered.of(state).isEmpty();
    }

    private static Message signal(Placed order, TaskKind task, int ordinal) {
        return Consequences.task(order.id(), Change.TaskRequested.of(task, ordinal, order));
    }

    /**
     * Its release asks for a held order again, or its cancellation; for a refused one, or one in
     * doubt, a person does. What was cancelled in doubt is looked up without anybody asking.
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
            case NOT_CANCELLED, NOT_DECIDED, ASKED, SETTLED, FAILED -> false;
        };
    }

    /** The events that a change-set has subscribers told of. */
    public static List<LifecycleEvent> events(ChangeSet changeSet) {
        return Consequences.of(changeSet).stream()
                .flatMap(message ->
                        message instanceof PublishEvent(var event)
                                ? Stream.of(event)
                                : Stream.empty())
                .toList();
    }

    /**
     * Whether more usually follows by itself, so that this event is not the last thing that is
     * waited for. A guess that costs a request where it is wrong, and nothing else.
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
