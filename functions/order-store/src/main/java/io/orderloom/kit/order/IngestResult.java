package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * The result of ingesting a fact.
 *
 * @param messages those to send now, perhaps again
 * @param erased whether the personal data of the order is known to be erased and must not be kept
 *     again
 * @param news the fact that the statement amounts to, which is to be ingested next: a document of
 *     an order that was placed before may state an edit or a payment
 */
public record IngestResult(As as, List<Message> messages, boolean erased, Optional<Fact> news) {
    public IngestResult {
        messages = List.copyOf(messages);
    }

    IngestResult(As as, List<Message> messages, boolean erased) {
        this(as, messages, erased, Optional.empty());
    }

    public enum As {
        NEW,
        /** The fact was ingested before, with the same content. */
        REPEATED,
        /** The order was placed by another statement of its document, which remains valid. */
        KNOWN,
        /** The fact was ingested before with different content; that is an open exception now. */
        CONTRADICTED,
        /** The core rejected the fact; that is an open exception now. */
        REFUSED
    }
}
