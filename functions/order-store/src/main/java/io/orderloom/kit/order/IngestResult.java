package io.orderloom.kit.order;

import io.orderloom.core.Message;
import java.util.List;

/**
 * What became of a fact.
 *
 * @param messages what is to be sent now, be it again
 * @param erased whether the order was known to be one whose personal data is to be kept no more
 */
public record IngestResult(As as, List<Message> messages, boolean erased) {
    public IngestResult {
        messages = List.copyOf(messages);
    }

    public enum As {
        NEW,
        /** It was absorbed before, and said the same. */
        REPEATED,
        /** The order was placed by another revision of the same statement, and that one holds. */
        KNOWN,
        /** It was absorbed before, but said something else; that is an open exception now. */
        CONTRADICTED,
        /** The core refused it; that is an open exception now. */
        REFUSED
    }
}
