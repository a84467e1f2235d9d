package io.orderloom.subscriber;

import java.util.List;

/**
 * Somebody who is told lifecycle events.
 *
 * @param secrets active signing secrets, {@code whsec_} and Base64; each signs, so that one can be
 *     rotated
 */
public record Subscriber(String name, String url, List<String> secrets) {
    public Subscriber {
        secrets = List.copyOf(secrets);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "%s at %s".formatted(name, url);
    }
}
