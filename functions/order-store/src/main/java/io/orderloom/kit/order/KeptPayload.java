package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import io.orderloom.source.Payload;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A delivery as it is kept beside an order, or beside the exception about it.
 *
 * @param partition the order, or {@code delivery-<id>} in the place of an order that can't be read
 * @param delivery the instance that sent it, and the id under which it was accepted
 * @param expires when the table may delete it; empty if it stays
 */
public record KeptPayload(
        OrderId partition, OrderId delivery, Content content, Optional<Instant> expires) {

    /** The part of a delivery that an erasure takes. */
    public sealed interface Content {
        record Whole(Payload payload) implements Content {
            /** In hexadecimal digits, as an erasure would leave it. */
            public String sha256() {
                return HexFormat.of().formatHex(Hashes.sha256(payload.bytes()));
            }
        }

        /** Only the delivery's name is left. */
        record Erased() implements Content {}

        /** A part of it is missing or damaged. */
        record Unreadable(String why) implements Content {}
    }
}
