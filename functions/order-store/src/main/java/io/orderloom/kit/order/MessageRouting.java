package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.topology.Queue;
import java.util.HexFormat;

/**
 * Where a message is sent, and the ids by which its queue orders messages and drops repetitions.
 * Pure.
 */
public final class MessageRouting {
    /** The attribute of a queue message that follows an order through all systems and logs. */
    public static final String CORRELATION_ID = "correlationId";

    /** Characters of a group or deduplication id at most (Amazon SQS API Reference). */
    private static final int LONGEST_TOKEN = 128;

    private MessageRouting() {}

    public static Queue queue(Message message) {
        return switch (message) {
            case Message.ForErp _ -> Queue.ERP;
            case Message.ForCompensation _ -> Queue.COMPENSATION;
            case Message.ForStatus _ -> Queue.STATUS;
        };
    }

    /**
     * A group or deduplication id that stands for the text. SQS takes letters, digits and
     * punctuation; a text that does not fit is hashed.
     */
    public static String token(String text) {
        boolean fits =
                text.length() <= LONGEST_TOKEN && text.chars().allMatch(c -> c > ' ' && c < 127);
        return fits ? text : HexFormat.of().formatHex(Hashes.sha256(Items.utf8(text)));
    }
}
