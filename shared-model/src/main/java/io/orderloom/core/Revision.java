package io.orderloom.core;

import io.orderloom.fact.PaymentFact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/**
 * Tells which of two statements of the same document is the later one, whichever came first.
 *
 * @param source the source's own name of the revision: a sequence, an instant or a hash
 * @param at when the source made it, as the source states; decides where the source's own name
 *     can't
 * @param key the key of the fact that stated it; decides where nothing else can tell two apart
 */
public record Revision(String source, Instant at, String key) implements Comparable<Revision> {

    private static final int DIGITS = 18;

    static Revision of(PaymentFact.PaymentStated fact) {
        return new Revision(
                fact.sourceRevision(),
                fact.provenance().occurredAt(),
                fact.provenance().key().toString());
    }

    @Override
    public int compareTo(Revision other) {
        return Comparator.comparing((Revision r) -> r.sequence().orElse(-1L))
                .thenComparing(r -> instant(r.source()).orElse(Instant.MIN))
                .thenComparing(Revision::at)
                .thenComparing(Revision::source)
                .thenComparing(Revision::key)
                .compare(this, other);
    }

    private Optional<Long> sequence() {
        boolean number =
                !source.isEmpty()
                        && source.length() <= DIGITS
                        && source.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(source)) : Optional.empty();
    }

    /** The instant that a source names a revision by, if it does. */
    public static Optional<Instant> instant(String source) {
        if (source.indexOf('T') != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(source).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
