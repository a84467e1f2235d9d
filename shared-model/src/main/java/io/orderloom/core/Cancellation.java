package io.orderloom.core;

import java.time.Instant;

/**
 * The whole order was cancelled at the channel.
 *
 * @param key the key of the fact that stated it; of several facts the earliest holds
 */
public record Cancellation(String reason, Instant at, String key) {

    Cancellation earlier(Cancellation other) {
        int order = at.compareTo(other.at);
        return order < 0 || (order == 0 && key.compareTo(other.key) <= 0) ? this : other;
    }
}
