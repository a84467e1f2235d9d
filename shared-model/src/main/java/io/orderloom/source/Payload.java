package io.orderloom.source;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message of a source, as received.
 *
 * @param headers by lower-case name
 * @param body the raw bytes, over which a signature is made
 */
public record Payload(Map<String, String> headers, ByteBuffer body, Instant receivedAt) {

    public Payload {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    public static Payload of(Map<String, String> headers, byte[] body, Instant receivedAt) {
        return new Payload(headers, ByteBuffer.wrap(body.clone()), receivedAt);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** A copy of the raw bytes. */
    public byte[] bytes() {
        var copy = new byte[body.remaining()];
        body.duplicate().get(copy);
        return copy;
    }
}
