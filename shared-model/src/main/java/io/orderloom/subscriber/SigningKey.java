package io.orderloom.subscriber;

import java.util.Base64;
import java.util.Optional;

/** A signing secret as Standard Webhooks 1.0.0 writes it: {@code whsec_} and Base64. */
public final class SigningKey {
    public static final String PREFIX = "whsec_";

    /** The standard's bounds for a key, in bytes. */
    public static final int SHORTEST = 24;

    public static final int LONGEST = 64;

    private SigningKey() {}

    /** The key itself; empty if the text is not a key. */
    public static Optional<byte[]> bytes(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return Optional.of(bytes).filter(b -> b.length >= SHORTEST && b.length <= LONGEST);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
