package io.orderloom.core;

import io.orderloom.fault.Fault;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Another system's rejection of a request.
 *
 * @param exception the fingerprint of the exception that it opened
 * @param at when it happened, UTC
 */
public record Rejection(Fault fault, String exception, Instant at) {
    private static final int LONGEST = 200;

    /** The earlier of two rejections, whichever was received first. */
    static Rejection first(Optional<Rejection> known, Rejection news) {
        return known.filter(k ->
                        Comparator.comparing(Rejection::at)
                                        .thenComparing(Rejection::exception)
                                        .compare(k, news)
                                <= 0)
                .orElse(news);
    }

    /** The cause as part of a fact's key: short, and without a bar. */
    public static String revision(Fault fault) {
        var subject = subject(fault).replace('|', '/');
        return subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
    }

    /** The subject of a fault: the same for the same cause, whatever the words. */
    public static String subject(Fault fault) {
        return switch (fault) {
            case Fault.Rejected rejected -> rejected.reason() + ":" + rejected.subject();
            case Fault.Invalid invalid -> invalid.path();
            case Fault.Transient _ -> "erp.unavailable";
            case Fault.RateLimited _ -> "erp.rate-limited";
            case Fault.InDoubt _ -> "erp.in-doubt";
            case Fault.Unauthorized _ -> "erp.credentials";
            case Fault.Conflict _ -> "erp.conflict";
            case Fault.Bug _ -> "bug";
        };
    }
}
