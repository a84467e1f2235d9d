package io.orderloom.core;

import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/**
 * What is tried once more when a person says that the cause of an exception is gone. Pure.
 *
 * <p>A refund that failed is, too, although whoever resolves it may have given the money back by
 * hand: the adapter looks first, and what the shop shows as given is not given again. One that
 * waits for a person's decision is not: settling it is the decision.
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

    /** One id for each meeting: SQS swallows one that it had minutes ago. */
    private static String id(ExceptionCase resolved, OrderId order, TaskKind task) {
        return "%s/%s/again/%s/%d"
                .formatted(
                        order,
                        task.label(),
                        resolved.what().fingerprint().text(),
                        resolved.life().met().times());
    }
}
