package io.orderloom.connector.webhook;

import io.orderloom.connector.kit.http.Hmac;
import io.orderloom.subscriber.SigningKey;
import io.orderloom.subscriber.Subscriber;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads the settings of a webhook: {@code url}, and the signing keys in {@code secrets}. Pure. */
final class WebhookSettings {
    private static final String URL = "url";
    private static final String SECRETS = "secrets";

    private WebhookSettings() {}

    static Map<String, String> flaws(Subscriber subscriber) {
        var flaws = new TreeMap<String, String>();
        if (address(subscriber).isEmpty()) {
            flaws.put(URL, "url is no http or https URL with a host");
        }
        SigningKey.flaw(subscriber.list(SECRETS)).ifPresent(flaw -> flaws.put(SECRETS, flaw));
        return flaws;
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    static URL url(Subscriber subscriber) {
        return address(subscriber)
                .orElseThrow(() ->
                        new IllegalArgumentException(subscriber.name() + " has no usable url"));
    }

    /** All keys that sign: while one is rotated, there are two. */
    static List<SecretKey> keys(Subscriber subscriber) {
        return subscriber.list(SECRETS).stream()
                .map(SigningKey::bytes)
                .flatMap(Optional::stream)
                .<SecretKey>map(bytes -> new SecretKeySpec(bytes, Hmac.ALGORITHM))
                .toList();
    }

    private static Optional<URL> address(Subscriber subscriber) {
        return subscriber.text(URL).flatMap(WebhookSettings::web);
    }

    private static Optional<URL> web(String text) {
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
}
