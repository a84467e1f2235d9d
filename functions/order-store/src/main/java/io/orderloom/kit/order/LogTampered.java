package io.orderloom.kit.order;

import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.fact.Fact;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody changed an order's log, and nothing is appended to it. The message is kept: it is handed
 * out again, and is a dead letter in the end, so that it can be redriven once the log is mended.
 */
public final class LogTampered extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final String CAUSE = "log-tampered";

    LogTampered(OrderException opened) {
        super(opened.detail());
    }

    /** The type is one that the version before knows, too; the fingerprint names the cause. */
    static OrderException exception(Fact fact, Appended.Tampered tampered) {
        return new OrderException(
                "%s|%d".formatted(CAUSE, tampered.version()),
                Type.CONFLICT,
                tampered.item(),
                "%s: item %s of order %s was changed by somebody: %s. Nothing is appended to it"
                        .formatted(CAUSE, tampered.item(), fact.orderId(), tampered.what()),
                Owner.INTEGRATION_TEAM,
                fact.provenance().recordedAt(),
                fact.provenance().correlationId(),
                Optional.empty());
    }

    /** The same of an item that was found when nothing was to be appended. */
    public static OrderException exception(
            String order, CheckedLog.Tampered tampered, Instant at, String correlationId) {
        return new OrderException(
                "%s|%s".formatted(CAUSE, tampered.item()),
                Type.CONFLICT,
                tampered.item(),
                "%s: item %s of order %s was changed by somebody: %s"
                        .formatted(CAUSE, tampered.item(), order, tampered.what()),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId,
                Optional.empty());
    }

    /** Whether an exception says that a log was changed. */
    public static boolean isCauseOf(OrderException exception) {
        return exception.fingerprint().startsWith(CAUSE + "|");
    }
}
