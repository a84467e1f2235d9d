package io.orderloom.reference;

import java.util.Map;
import java.util.Set;

/** Finds what systems said of the things that orders refer to. */
@FunctionalInterface
public interface References {

    /**
     * The references with these keys, all in one request; those that nobody stated are left out.
     * The caller lets pass what this throws.
     */
    Map<ReferenceKey, Reference> find(Set<ReferenceKey> keys);

    /** For payloads that are read where nothing is stored. */
    static References none() {
        return _ -> Map.of();
    }
}
