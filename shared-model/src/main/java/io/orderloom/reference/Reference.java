package io.orderloom.reference;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The last statement of a system about a thing that orders refer to. It holds nobody's personal
 * data, because no erasure reaches it.
 *
 * @param statedAt when it was so in that system; what was said earlier never replaces it
 * @param values by names that the connector chooses
 */
public record Reference(ReferenceKey key, Instant statedAt, Map<String, String> values) {
    public Reference {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
