package io.orderloom.core;

import io.orderloom.core.Message.Compensate;
import io.orderloom.core.Message.PostOrder;
import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.OrderException;
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
public final class AskedAgain {
    private AskedAgain() {}

    public static Optional<Message> by(ExceptionCase resolved, OrderId order) {
        var what = resolved.what();
        if (what.type() != Type.ERP && what.type() != Type.REFUND) {
            return Optional.empty();
        }
        return SettledByFacts.task(what)
                .filter(task -> task != TaskKind.REFUND || SettledByFacts.refundFailed(what))
                .flatMap(task -> {
                    // One id for each meeting: SQS swallows one that it had minutes ago.
                    var id =
                            "%s/%s/again/%s/%d"
                                    .formatted(
                                            order,
                                            task.label(),
                                            what.fingerprint().text(),
                                            resolved.life().met().times());
                    return switch (task) {
                        case ERP_POST ->
                                Optional.of(new PostOrder(id, order, what.correlationId()));
                        case ERP_CANCEL -> undo(id, order, what, Compensate.Step.CANCEL_IN_ERP);
                        case REFUND -> undo(id, order, what, Compensate.Step.REFUND);
                        case ERP_AMEND, ERP_CREDIT, RETURN -> Optional.empty();
                    };
                });
    }

    private static Optional<Message> undo(
            String id, OrderId order, OrderException what, Compensate.Step step) {
        return Optional.of(new Compensate(id, order, what.correlationId(), step));
    }
}
