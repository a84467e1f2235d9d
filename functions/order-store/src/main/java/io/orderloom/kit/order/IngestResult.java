package io.orderloom.kit.order;

import io.orderloom.core.Message;
import java.util.List;

/**
 * The result of ingesting a fact.
 *
 * @param messages those to send now, perhaps again
 * @param erased whether the personal data of the order is known to be erased and must not be kept
 *     again
 */
public record IngestResult(As as, List<Message> messages, boolean erased) {
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
