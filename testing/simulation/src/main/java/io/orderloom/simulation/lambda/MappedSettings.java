package io.orderloom.simulation.lambda;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings of functions, read from a configuration as Quarkus reads them at its start. */
public final class MappedSettings {
    /** Kept, since processes start often and many share a configuration. */
    private static final Map<Config, Map<Class<?>, Object>> KEPT =
            Collections.synchronizedMap(new WeakHashMap<>());

    private MappedSettings() {}

    /** The settings that no configuration changes. */
    public static <T> T defaults(Class<T> type) {
        return of(type, Map.of());
    }

    /**
     * @param values by the names of the settings, for those that differ from the defaults
     */
    public static <T> T of(Class<T> type, Map<String, String> values) {
        return read(type, List.of(new PropertiesConfigSource(values, "simulation", 100)));
    }

    /** Settings that change are those of the configuration of now. */
    static <T> T of(Class<T> type, Config config) {
        var now = config.unwrap(SmallRyeConfig.class);
        var known = KEPT.computeIfAbsent(now, _ -> new ConcurrentHashMap<>());
        return type.cast(known.computeIfAbsent(type, _ -> read(type, now.getConfigSources())));
    }

    /** A configuration has settings of other mappings, too, and those that nobody maps. */
    private static <T> T read(Class<T> type, Iterable<ConfigSource> sources) {
        var builder =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(type)
                        .withValidateUnknown(false);
        sources.forEach(builder::withSources);
        return builder.build().getConfigMapping(type);
    }
}
