package io.orderloom.exception;

import io.orderloom.core.Message;
import io.orderloom.core.Message.Compensate;
import io.orderloom.core.Message.PostOrder;
import io.orderloom.core.OrderException.Type;
import io.orderloom.order.OrderId;
import java.util.Optional;

/**
 * What is tried once more when a person says that the cause of an exception is gone. Pure.
 *
 * <p>A refund is not: whoever resolves it may have given the money back by hand.
 */
public final class AskedAgain {
    private AskedAgain() {}

    public static Optional<Message> by(ExceptionCase resolved, OrderId order) {
        var what = resolved.what();
        if (what.type() != Type.ERP) {
            return Optional.empty();
        }
        return SettledByFacts.task(what)
                .flatMap(task -> {
                    // One id for each meeting: SQS swallows one that it had minutes ago.
                    var id =
                            "%s/%s/again/%s/%d"
                                    .formatted(
                                            order,
                                            task.label(),
                                            what.fingerprint(),
                                            resolved.life().met().times());
                    return switch (task) {
                        case ERP_POST ->
                                Optional.of(new PostOrder(id, order, what.correlationId()));
                        case ERP_CANCEL ->
                                Optional.of(
                                        new Compensate(
                                                id,
                                                order,
                                                what.correlationId(),
                                                Compensate.Step.CANCEL_IN_ERP));
                        case ERP_AMEND, ERP_CREDIT, REFUND, RETURN -> Optional.empty();
                    };
                });
    }
}
