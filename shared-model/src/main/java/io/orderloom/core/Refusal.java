package io.orderloom.core;

import io.orderloom.fault.Fault;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Another system said no.
 *
 * @param exception the fingerprint of the exception that this opened
 * @param at when, UTC
 */
public record Refusal(Fault fault, String exception, Instant at) {

    /** The earlier of two, whichever came first. */
    static Refusal first(Optional<Refusal> known, Refusal news) {
        return known.filter(k ->
                        Comparator.comparing(Refusal::at)
                                        .thenComparing(Refusal::exception)
                                        .compare(k, news)
                                <= 0)
                .orElse(news);
    }
}
