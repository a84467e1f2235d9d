package io.orderloom.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The platforms whose payloads can be run, by the names of their sources. */
record Readers(Map<String, PlatformReader> byName) {
    Readers {
        byName = Map.copyOf(byName);
    }

    /** A new connector is one more line here. */
    static Readers all() {
        return of(List.of(new ShopifyReader()));
    }

    static Readers of(List<PlatformReader> readers) {
        return new Readers(
                readers.stream()
                        .collect(
                                Collectors.toMap(
                                        reader -> reader.source().name(), Function.identity())));
    }

    Optional<PlatformReader> of(String platform) {
        return Optional.ofNullable(byName.get(platform));
    }
}
