package io.orderloom.simulation.lambda;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

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
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(values)
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }

    static <T> T of(Class<T> type, Config config) {
        var known = KEPT.computeIfAbsent(config, _ -> new ConcurrentHashMap<>());
        return type.cast(known.computeIfAbsent(type, _ -> read(type, config)));
    }

    private static <T> T read(Class<T> type, Config config) {
        var smallrye = config.unwrap(SmallRyeConfig.class);
        ConfigMappings.registerConfigMappings(smallrye, Set.of(ConfigClass.configClass(type)));
        return smallrye.getConfigMapping(type);
    }
}
