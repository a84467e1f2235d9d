package io.orderloom.source;

import java.util.Map;

/**
 * An answer as its caller wants it.
 *
 * @param status of HTTP
 * @param headers by lower-case name, without {@code content-type}
 */
public record WebhookAnswer(
        int status, String contentType, Map<String, String> headers, String body) {
    public WebhookAnswer {
        headers = Map.copyOf(headers);
    }
}
