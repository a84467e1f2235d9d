package io.orderloom.kit.config;

import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.topology.Function;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as a function reads them at its start. */
public final class SettingsOf {
    private SettingsOf() {}

    public static CommonSettings function(Function function, String stage) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(
                        Map.of("orderloom.function", function.name(), "orderloom.stage", stage))
                .withMapping(CommonSettings.class)
                .build()
                .getConfigMapping(CommonSettings.class);
    }
}
