package io.orderloom.connector.webhook;

import io.orderloom.connector.kit.http.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/** The symmetric signature of Standard Webhooks 1.0.0. */
final class Signature {
    private Signature() {}

    /**
     * @param sentAt the time of this attempt, not of the event
     * @param keys each of them signs, in this order
     */
    static Map<String, String> headers(
            String webhookId, Instant sentAt, byte[] body, List<? extends SecretKey> keys) {
        var timestamp = Long.toString(sentAt.getEpochSecond());
        var prefix = (webhookId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var signatures =
                keys.stream()
                        .map(key ->
                                "v1,"
                                        + base64(
                                                Hmac.sha256(
                                                        key,
                                                        ByteBuffer.wrap(prefix),
                                                        ByteBuffer.wrap(body))))
                        .toList();
        return Map.of(
                "webhook-id", webhookId,
                "webhook-timestamp", timestamp,
                "webhook-signature", String.join(" ", signatures));
    }

    /**
     * The event's id in a form that a header may carry. The standard allows no full stop, because
     * with one another id and time could have the same signature, and orders' ids come from outside
     * and may have one. Therefore it, the escape character and everything but visible ASCII are
     * percent-encoded: different ids stay different.
     */
    static String webhookId(String eventId) {
        var id = new StringBuilder();
        for (byte unit : eventId.getBytes(StandardCharsets.UTF_8)) {
            if (unit > ' ' && unit < 0x7f && unit != '.' && unit != '%') {
                id.append((char) unit);
            } else {
                id.append("%%%02X".formatted(unit));
            }
        }
        return id.toString();
    }

    private static String base64(byte[] mac) {
        return Base64.getEncoder().encodeToString(mac);
    }
}
