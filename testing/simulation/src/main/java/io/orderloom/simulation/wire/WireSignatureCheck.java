package io.orderloom.simulation.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures by Standard Webhooks 1.0.0, written without the sender's code. */
final class WireSignatureCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;
    private final InstantSource clock;

    WireSignatureCheck(String secret, InstantSource clock) {
        this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.clock = clock;
    }

    /**
     * @throws AssertionError unless the signature is valid and its time is now
     */
    void mustHold(Map<String, String> headers, String body) {
        var id = headers.getOrDefault("webhook-id", "");
        var timestamp = headers.getOrDefault("webhook-timestamp", "");
        var signed = List.of(headers.getOrDefault("webhook-signature", "").split(" "));
        var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean stale = Duration.between(sentAt, clock.instant()).abs().compareTo(TOLERANCE) > 0;
        if (stale || !signed.contains("v1," + hmac(id + "." + timestamp + "." + body))) {
            throw new AssertionError(
                    "the signature is wrong, or its time is not now: %s %s %s"
                            .formatted(id, timestamp, body));
        }
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
