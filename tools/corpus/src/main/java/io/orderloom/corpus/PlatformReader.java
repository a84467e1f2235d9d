package io.orderloom.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fact.Fact;
import io.orderloom.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform's source, and what has to be known of its payloads to judge them from outside. A
 * platform of which nothing has to be known is its source alone.
 */
@FunctionalInterface
interface PlatformReader {

    Source source();

    /**
     * The headers that a payload would have come with, by lower-case name, where it is published
     * without them.
     *
     * @param topic of its file, in the corpus's words
     * @param label its envelope's name for it
     */
    default Map<String, String> headers(String topic, Optional<String> label) {
        return Map.of();
    }

    /**
     * Whether the source reads that topic, so that a body which it does not take for one is no news
     * of something else but a body of the wrong form.
     */
    default boolean reads(String topic) {
        return false;
    }

    /** The amounts of a fact beside those that the payload itself states, without the adapter. */
    default List<StatedAmount> amounts(Fact fact, JsonNode body) {
        return List.of();
    }
}
