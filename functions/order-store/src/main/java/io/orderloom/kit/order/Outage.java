package io.orderloom.kit.order;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscriber that did not take what it was told for longer than is waited for it. It is one
 * exception, however many events it concerns; they lie beside it, in the subscriber's partition.
 */
public record Outage(String subscriber) {
    private static final String PARTITION = "SUBSCRIBER#";

    /** The outage that an exception is about; most are about none. */
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
