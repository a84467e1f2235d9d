package io.orderloom.simulation.world;

import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.erp.TwinErp;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** How the functions are configured here; what is not said is as it is in production. */
final class Settings {
    static final List<String> SUBSCRIBERS = List.of("warehouse", "half-deaf");

    private static final Map<Integer, Map<Function, Config>> CONFIGS = new ConcurrentHashMap<>();

    private Settings() {}

    /**
     * What a process of the function is configured with.
     *
     * @param slots calls at once that the ERP account bears
     */
    static Config of(int slots, Function function) {
        return Objects.requireNonNull(
                CONFIGS.computeIfAbsent(slots, Settings::configs).get(function));
    }

    private static Map<Function, Config> configs(int slots) {
        var configs = new EnumMap<Function, Config>(Function.class);
        for (var function : Function.values()) {
            configs.put(function, config(slots, function));
        }
        return configs;
    }

    private static Config config(int slots, Function function) {
        var values = new HashMap<String, String>();
        for (var queue : Queue.values()) {
            values.put(queue.urlVariable(), SimulatedQueues.url(queue));
        }
        values.put("orderloom.function", function.name());
        values.put("orderloom.erp", TwinErp.NAME);
        values.put("orderloom.slots." + TwinErp.NAME, Integer.toString(slots));
        values.put(
                "orderloom.channels",
                """
                {"%s": {"type": "shopify", "secrets": ["%s"], "shop": "%s"}}
                """
                        .formatted(
                                SimulatedShop.INSTANCE,
                                SimulatedShop.SECRET,
                                SimulatedShop.DOMAIN));
        values.put(
                "orderloom.subscribers",
                """
                [{"name": "%s", "url": "https://one.example", "secrets": []},
                 {"name": "%s", "url": "https://two.example", "secrets": []}]
                """
                        .formatted(SUBSCRIBERS.get(0), SUBSCRIBERS.get(1)));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.copyOf(values), "simulation", 100))
                .addDiscoveredConverters()
                .build();
    }
}
