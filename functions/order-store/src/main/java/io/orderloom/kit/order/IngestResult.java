package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.order.Mark;
import java.util.List;
import java.util.Optional;

/**
 * The result of ingesting a fact.
 *
 * @param messages those to send now, perhaps again
 * @param mark the order's mark, if one is known
 * @param erased whether the personal data of the order is known to be erased and must not be kept
 *     again
 */
public record IngestResult(As as, List<Message> messages, boolean erased, Optional<Mark> mark) {
    public IngestResult {
        messages = List.copyOf(messages);
    }

    public enum As {
        NEW,
        /** The fact was ingested before, with the same content. */
        REPEATED,
        /** The order was placed by another revision of the same statement, which remains valid. */
        KNOWN,
        /** The fact was ingested before with different content; that is an open exception now. */
        CONTRADICTED,
        /** The core rejected the fact; that is an open exception now. */
        REFUSED
    }
}
