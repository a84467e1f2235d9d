package io.orderloom.embedded.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A CloudEvents 1.0 event whose signature was valid.
 *
 * @param subject blank when the event has none
 * @param time as the sender wrote it; blank when the event has none
 * @param deliveryId the {@code webhook-id}, the same for each attempt of one delivery
 */
public record ReceivedEvent(
        String id,
        String type,
        String source,
        String subject,
        String time,
        JsonNode data,
        String deliveryId,
        Instant receivedAt) {

    /**
     * The kind of event, for example {@code posted}: the type without its namespace and version.
     */
    public String kind() {
        return type.replace("io.orderloom.order.", "").replaceFirst("\\.v[0-9]+$", "");
    }

    /** The order's id at its channel. */
    public String channelOrderId() {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
