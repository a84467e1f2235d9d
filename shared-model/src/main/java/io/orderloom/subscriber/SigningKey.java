package io.orderloom.subscriber;

import io.orderloom.source.Secrets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A signing secret as Standard Webhooks 1.0.0 writes it: {@code whsec_} and Base64. */
public final class SigningKey {
    public static final String PREFIX = "whsec_";

    /** The standard's bounds for a key, in bytes. */
    public static final int SHORTEST = 24;

    public static final int LONGEST = 64;

    private static final String WANTED =
            "is not %s and the Base64 of %d to %d bytes".formatted(PREFIX, SHORTEST, LONGEST);

    private SigningKey() {}

    /** Why a list of keys can't be used; positions are counted from one, and no key is repeated. */
    public static Optional<String> flaw(List<String> secrets) {
        if (secrets.isEmpty()) {
            return Optional.of("secrets is empty");
        }
        return first(secrets, Secrets::flaw)
                .or(() ->
                        first(
                                secrets,
                                secret ->
                                        bytes(secret).isPresent()
                                                ? Optional.empty()
                                                : Optional.of(WANTED)));
    }

    private static Optional<String> first(
            List<String> secrets, Function<String, Optional<String>> flaw) {
        return IntStream.range(0, secrets.size())
                .mapToObj(i ->
                        flaw.apply(secrets.get(i))
                                .map(found -> "signing secret %d %s".formatted(i + 1, found)))
                .flatMap(Optional::stream)
                .findFirst();
    }

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
