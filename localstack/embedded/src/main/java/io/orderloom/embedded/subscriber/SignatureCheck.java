package io.orderloom.embedded.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a delivery by the Standard Webhooks specification 1.0.0, without using the sender's code.
 */
final class SignatureCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final byte[] key;

    /**
     * @param secret {@code whsec_} and the key in Base64
     */
    SignatureCheck(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret starts with " + PREFIX);
        }
        this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** The result of the check. */
    enum Verdict {
        VALID,
        MISSING_HEADER,
        STALE,
        WRONG_SIGNATURE
    }

    /**
     * @param timestamp epoch seconds as text
     * @param signatures one or more, separated by spaces
     */
    Verdict check(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id.isEmpty() || signatures.isEmpty() || !timestamp.matches("\\d{1,12}")) {
            return Verdict.MISSING_HEADER;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return Verdict.STALE;
        }
        var expected = (VERSION + sign(id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        for (var signature : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                return Verdict.VALID;
            }
        }
        return Verdict.WRONG_SIGNATURE;
    }

    private String sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
