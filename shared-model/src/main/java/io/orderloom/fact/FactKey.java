package io.orderloom.fact;

import java.util.Optional;

/**
 * The identity of a fact. It names what the fact states, not the delivery that brought it.
 *
 * @param source the system instance that states it, for example {@code shopify/demo-shop}
 * @param kind for example {@code order-placed}
 * @param sourceId the id of the thing at the source
 * @param sourceRevision the source's revision of it, or {@code 1} for a thing that can happen only
 *     once
 */
public record FactKey(String source, String kind, String sourceId, String sourceRevision) {
    private static final String BAR = "|";
    private static final int PARTS = 4;

    /**
     * Refuses a bar in a part. Bars join the parts in keys of items, so such a key could be written
     * but never read.
     *
     * @throws IllegalArgumentException if a part holds a bar; the message names it
     */
    public FactKey {
        check("source", source);
        check("kind", kind);
        check("sourceId", sourceId);
        check("sourceRevision", sourceRevision);
    }

    private static void check(String part, String value) {
        if (value.contains(BAR)) {
            throw new IllegalArgumentException(
                    "%s of a fact's key must not hold '%s', which joins its parts: '%s'; state the fact under another id"
                            .formatted(part, BAR, value));
        }
    }

    @Override
    public String toString() {
        return String.join(BAR, source, kind, sourceId, sourceRevision);
    }

    /** The prefix that the keys of all revisions of the same thing share. */
    public String ofAllRevisions() {
        return String.join(BAR, source, kind, sourceId) + BAR;
    }

    /**
     * @throws IllegalArgumentException if the text is no fact's key
     */
    public static FactKey parse(String text) {
        return read(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("a fact key has four parts: '" + text + "'"));
    }

    /**
     * Reads a text as a key, if it is one. No part contains a bar, so there is one way to read it.
     */
    public static Optional<FactKey> read(String text) {
        var parts = text.split("\\|", -1);
        return parts.length == PARTS
                ? Optional.of(new FactKey(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }
}
