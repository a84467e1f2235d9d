package io.orderloom.kit.config;

import io.orderloom.kit.setting.ChangingSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings that are looked at with every event and may change while the function runs. A name goes
 * through profiles, expressions and all sources once, and again only after a source has changed.
 */
final class LiveSettings {
    private final Config config;
    private volatile Known known = new Known(List.of(), Map.of());

    LiveSettings(Config config) {
        this.config = config;
    }

    Optional<String> text(String name) {
        var versions = versions();
        var now = known;
        if (!now.versions().equals(versions)) {
            now = new Known(versions, new ConcurrentHashMap<>());
            known = now;
        }
        return now.texts().computeIfAbsent(name, _ -> config.getOptionalValue(name, String.class));
    }

    private List<Object> versions() {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(LiveSettings::version)
                .toList();
    }

    /** A source that can't change is its own version. */
    private static Object version(ConfigSource source) {
        return source instanceof ChangingSource changing ? changing.version() : source;
    }

    private record Known(List<Object> versions, Map<String, Optional<String>> texts) {}
}
