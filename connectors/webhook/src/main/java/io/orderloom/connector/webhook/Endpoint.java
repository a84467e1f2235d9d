package io.orderloom.connector.webhook;

import io.orderloom.connector.kit.http.Hmac;
import io.orderloom.fault.Fault;
import io.orderloom.subscriber.SigningKey;
import io.orderloom.subscriber.Subscriber;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A subscriber's settings after parsing. A mistake in one subscriber's settings is a result and no
 * exception, so that it does not hold up other subscribers.
 */
sealed interface Endpoint {
    record Usable(String name, URL url, List<SecretKey> keys) implements Endpoint {
        public Usable {
            keys = List.copyOf(keys);
        }
    }

    record Misconfigured(Fault.Rejected fault) implements Endpoint {}

    static Endpoint of(Subscriber subscriber) {
        var url = url(subscriber.url());
        if (url.isEmpty()) {
            return refuse("invalid_url", subscriber, "its URL is no http or https URL");
        }
        if (subscriber.secrets().isEmpty()) {
            return refuse("no_secret", subscriber, "it has no signing secret");
        }
        var keys = new ArrayList<SecretKey>();
        for (var secret : subscriber.secrets()) {
            var key = key(secret);
            if (key.isEmpty()) {
                return refuse(
                        "invalid_secret",
                        subscriber,
                        "signing secret %d is not %s and the Base64 of %d to %d bytes"
                                .formatted(
                                        keys.size() + 1,
                                        SigningKey.PREFIX,
                                        SigningKey.SHORTEST,
                                        SigningKey.LONGEST));
            }
            keys.add(key.get());
        }
        return new Usable(subscriber.name(), url.get(), keys);
    }

    private static Optional<URL> url(String text) {
        try {
            var uri = URI.create(text);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            return uri.getHost() != null && scheme.matches("(?i)https?")
                    ? Optional.of(uri.toURL())
                    : Optional.empty();
        } catch (IllegalArgumentException | MalformedURLException _) {
            return Optional.empty();
        }
    }

    private static Optional<SecretKey> key(String secret) {
        return SigningKey.bytes(secret).map(bytes -> new SecretKeySpec(bytes, Hmac.ALGORITHM));
    }

    private static Misconfigured refuse(String reason, Subscriber subscriber, String detail) {
        return new Misconfigured(
                new Fault.Rejected(
                        reason, subscriber.name(), subscriber.name() + " is not told: " + detail));
    }
}
