package io.orderloom.core;

import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/**
 * Finds the task that is tried once more when a person resolves an exception because its cause is
 * gone. Pure.
 *
 * <p>A refund that failed is tried again, although the person may have given the money back by
 * hand: the adapter looks first, and money that the shop shows as given is not given again. A
 * refund that waits for a person's decision is not tried again: to resolve it is the decision.
 */
public final class RetryRequest {
    private RetryRequest() {}

    public static Optional<Message> by(ExceptionCase resolved, OrderId order) {
        var what = resolved.what();
        if (what.type() != Type.ERP && what.type() != Type.REFUND) {
            return Optional.empty();
        }
        return AutoResolution.task(what)
                .filter(task -> task.executor() == TaskKind.Executor.FUNCTION)
                .filter(task -> task != TaskKind.REFUND || AutoResolution.refundFailed(what))
                .map(task ->
                        Message.task(
                                task, id(resolved, order, task), order, what.correlationId(), 1));
    }

    /**
     * Each occurrence gets an id of its own, because SQS drops a message whose id it accepted
     * minutes ago.
     */
    private static String id(ExceptionCase resolved, OrderId order, TaskKind task) {
        return "%s/%s/again/%s/%d"
                .formatted(
                        order,
                        task.label(),
                        resolved.what().fingerprint().text(),
                        resolved.life().met().times());
    }
}
