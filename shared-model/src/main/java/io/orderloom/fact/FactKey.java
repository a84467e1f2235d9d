package io.orderloom.fact;

/**
 * What tells a fact from any other: what it says, not the delivery that brought it.
 *
 * @param source the system instance that states it, for example {@code shopify/demo-shop}
 * @param kind for example {@code order-placed}
 * @param sourceId the id of the thing at the source
 * @param sourceRevision the source's revision of it, or {@code 1} for what can happen only once
 */
public record FactKey(String source, String kind, String sourceId, String sourceRevision) {

    @Override
    public String toString() {
        return source + "|" + kind + "|" + sourceId + "|" + sourceRevision;
    }

    public static FactKey parse(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a fact key has four parts: '" + text + "'");
        }
        return new FactKey(parts[0], parts[1], parts[2], parts[3]);
    }
}
