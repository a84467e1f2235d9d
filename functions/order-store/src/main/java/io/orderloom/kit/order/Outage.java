package io.orderloom.kit.order;

import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscriber that did not take what it was told for longer than is waited for it. It is one
 * exception, however many events it concerns; they lie beside it, in the subscriber's partition.
 */
public record Outage(String subscriber) {
    private static final String PARTITION = "SUBSCRIBER#";
    private static final String FINGERPRINT = "subscriber|%s|outage";

    /** The outage that an exception is about; most are about none. */
    public static Optional<Outage> of(KeptException kept) {
        return kept.partition().startsWith(PARTITION)
                ? Optional.of(new Outage(kept.partition().substring(PARTITION.length())))
                : Optional.empty();
    }

    /** Whether an exception says that a subscriber is away. */
    public static boolean isCauseOf(OrderException exception) {
        return exception.type() == Type.SUBSCRIBER
                && exception.fingerprint().equals(FINGERPRINT.formatted(exception.path()));
    }

    String partition() {
        return PARTITION + subscriber;
    }

    OrderException exception(String detail, Instant now) {
        var fingerprint = FINGERPRINT.formatted(subscriber);
        return new OrderException(
                fingerprint,
                Type.SUBSCRIBER,
                subscriber,
                "does not take its events (%s): they are kept, and told in order when it does"
                        .formatted(detail),
                Owner.INTEGRATION_TEAM,
                now,
                fingerprint,
                Optional.empty());
    }
}
