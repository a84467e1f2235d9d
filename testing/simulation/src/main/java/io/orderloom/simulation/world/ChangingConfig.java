package io.orderloom.simulation.world;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings that change while the functions run. */
record ChangingConfig(Supplier<Config> now) implements Config {

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return now.get().getValue(name, type);
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        return now.get().getConfigValue(name);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return now.get().getOptionalValue(name, type);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return now.get().getPropertyNames();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return now.get().getConfigSources();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return now.get().getConverter(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return now.get().unwrap(type);
    }
}
