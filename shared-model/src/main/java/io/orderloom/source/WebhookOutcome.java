package io.orderloom.source;

import java.util.Map;

/** The outcome of a webhook at the door. */
public sealed interface WebhookOutcome {

    /** The payload is stored and will be read; the caller need not send it again. */
    record Accepted(String deliveryId, String correlationId) implements WebhookOutcome {}

    /**
     * The payload is not stored.
     *
     * @param status of HTTP that says the same: 4xx if the payload has to change, 5xx if it is to
     *     be sent again as it is
     * @param title the kind of refusal
     * @param field a header, a path parameter, or a place in the body
     * @param detail why, for a person
     * @param headers that belong to the answer, by lower-case name: {@code retry-after}
     */
    record Refused(
            int status, String title, String field, String detail, Map<String, String> headers)
            implements WebhookOutcome {
        public Refused {
            headers = Map.copyOf(headers);
        }
    }
}
