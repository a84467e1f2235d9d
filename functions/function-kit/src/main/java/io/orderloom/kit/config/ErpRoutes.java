package io.orderloom.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.setting.SettingJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Finds the ERP in which new orders of a channel instance are booked. Unlike {@link Channels} this
 * needs no connector of the channel, which a function that only calls ERPs has not got.
 */
@ApplicationScoped
public class ErpRoutes {
    private final LiveSettings settings;
    private final ErpNames names;

    ErpRoutes(Config config) {
        this.settings = new LiveSettings(config);
        this.names = ErpNames.of(config);
    }

    /**
     * @return an instance in any case, if only one that is as good as any other, because an order
     *     knows its own
     */
    public String of(String channelInstance) {
        var fallback =
                names.byDefault()
                        .orElseGet(() ->
                                names.connectors().keySet().stream()
                                        .sorted()
                                        .findFirst()
                                        .orElse(""));
        if (names.connectors().size() == 1) {
            return fallback;
        }
        return Optional.ofNullable(channels().get(channelInstance))
                .map(entry -> entry.path("erp").asText())
                .filter(names.connectors()::containsKey)
                .orElse(fallback);
    }

    private Map<String, JsonNode> channels() {
        try {
            return SettingJson.object(settings.text("orderloom.channels").orElse("{}"));
        } catch (IllegalArgumentException _) {
            return Map.of();
        }
    }
}
