package io.orderloom.kit.order;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscriber did not take events for longer than the maximum wait. It is one exception, however
 * many events it concerns; they are stored beside it, in the subscriber's partition.
 */
public record Outage(String subscriber) {
    private static final String PARTITION = "SUBSCRIBER#";

    /** The outage that an exception is about; empty for most exceptions. */
    public static Optional<Outage> of(ExceptionRecord kept) {
        return kept.partition().startsWith(PARTITION)
                ? Optional.of(new Outage(kept.partition().substring(PARTITION.length())))
                : Optional.empty();
    }

    String partition() {
        return PARTITION + subscriber;
    }

    OrderException exception(String detail, Instant now) {
        return Exceptions.outage(subscriber, detail, now);
    }
}
