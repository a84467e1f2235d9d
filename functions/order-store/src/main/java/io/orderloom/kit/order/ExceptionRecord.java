package io.orderloom.kit.order;

import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Queue;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An exception as it is stored.
 *
 * @param version of the item; every change is conditional on it
 */
public record ExceptionRecord(ItemKey key, ExceptionCase value, long version) {
    private static final int ID_BYTES = 5;

    /** An id that is short enough to type and stays the same as long as the exception is kept. */
    public String id() {
        var digest = Hashes.sha256(Items.utf8(key.partition()), Items.utf8(key.sort()));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    public String fingerprint() {
        return value.what().fingerprint().text();
    }

    /** The queue of the message that it is about, to which that can be sent again; often absent. */
    public Optional<Queue> queue() {
        return switch (value.what().type()) {
            case PAYLOAD -> Optional.of(Queue.INBOUND);
            case SUBSCRIBER -> Optional.of(Queue.STATUS);
            case DEAD_LETTER -> deadLetterQueue(value.what().fingerprint());
            case MONEY, QUANTITY, OWNERSHIP, CONFLICT, ERP, REFUND, TASK -> Optional.empty();
        };
    }

    private static Optional<Queue> deadLetterQueue(Fingerprint fingerprint) {
        return fingerprint instanceof OfDeadLetter(var queue, _)
                ? Optional.of(DeadLetterStore.queue(queue))
                : Optional.empty();
    }

    public String partition() {
        return key.partition();
    }

    /** The order that it is about; absent for a dead letter that names none. */
    public Optional<OrderId> order() {
        return Items.isOfOrder(key.partition())
                ? Optional.of(Items.order(key.attributes()))
                : Optional.empty();
    }
}
