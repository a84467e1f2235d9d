package io.orderloom.simulation.fanout;

import io.orderloom.kit.setting.ChangingSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source of settings that a test can change at any time. */
record Changeable(Map<String, String> settings) implements ChangingSource {
    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public Object version() {
        return Map.copyOf(settings);
    }

    @Override
    public String getName() {
        return "test";
    }
}
