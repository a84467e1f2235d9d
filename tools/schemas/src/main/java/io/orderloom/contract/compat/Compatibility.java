package io.orderloom.contract.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;

/** Compares a schema with the one that was published. */
public final class Compatibility {
    private Compatibility() {}

    /**
     * What breaks when the published schema is replaced by the current one; empty if nothing does.
     *
     * @throws IllegalArgumentException if a schema uses a keyword whose changes can't be judged
     */
    public static List<Break> breaks(ReadBy readBy, JsonNode published, JsonNode current) {
        var found = new LinkedHashSet<Break>();
        for (var reading : Reading.values()) {
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

    /** What breaks when a published schema is no longer there. */
    public static Break removed(ReadBy readBy) {
        return switch (readBy) {
            case SUBSCRIBERS ->
                    new Break(
                            "(all)",
                            Rule.SCHEMA_REMOVED,
                            Reading.OLD_READS_NEW,
                            "subscribers wait for it and will not be told any more");
            case STORE, QUEUE ->
                    new Break(
                            "(all)",
                            Rule.SCHEMA_REMOVED,
                            Reading.NEW_READS_OLD,
                            "what is kept or under way can't be read any more");
        };
    }
}
