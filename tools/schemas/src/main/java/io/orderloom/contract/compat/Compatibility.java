package io.orderloom.contract.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;

/** Compares a schema with the one that was published. */
public final class Compatibility {
    private Compatibility() {}

    /**
     * The breaks if the current schema replaces the published one; empty if there are none.
     *
     * @throws IllegalArgumentException if a schema uses a keyword whose changes can't be judged
     */
    public static List<Break> breaks(ReadBy readBy, JsonNode published, JsonNode current) {
        var found = new LinkedHashSet<Break>();
        for (var reading : ReadDirection.values()) {
            if (readBy.readings().contains(reading)) {
                found.addAll(
                        switch (reading) {
                            case NEW_READS_OLD -> Comparison.of(reading, current, published);
                            case OLD_READS_NEW -> Comparison.of(reading, published, current);
                        });
            }
        }
        return List.copyOf(found);
    }

    /** The break if a published schema no longer exists. */
    public static Break removed(ReadBy readBy) {
        return switch (readBy) {
            case SUBSCRIBERS ->
                    new Break(
                            "(all)",
                            Rule.SCHEMA_REMOVED,
                            ReadDirection.OLD_READS_NEW,
                            "subscribers wait for it and will not be told any more");
            case STORE, QUEUE ->
                    new Break(
                            "(all)",
                            Rule.SCHEMA_REMOVED,
                            ReadDirection.NEW_READS_OLD,
                            "what is kept or under way can't be read any more");
        };
    }
}
