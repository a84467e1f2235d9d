package io.orderloom.simulation.world;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.wire.AdminWire;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** How the functions are configured here; what is not said is as it is in production. */
final class Settings {
    static final List<String> SUBSCRIBERS = List.of("warehouse", "half-deaf");

    private static final Map<ErpAccount, Map<Function, Config>> CONFIGS = new ConcurrentHashMap<>();

    private Settings() {}

    /** What a process of the function is configured with. */
    static Config of(ErpAccount account, Function function) {
        return Objects.requireNonNull(
                CONFIGS.computeIfAbsent(account, Settings::configs).get(function));
    }

    private static Map<Function, Config> configs(ErpAccount account) {
        var configs = new EnumMap<Function, Config>(Function.class);
        for (var function : Function.values()) {
            configs.put(function, config(account, function));
        }
        return configs;
    }

    /** The shop whose API is there. */
    static ChannelSettings shopAt(String url) {
        var instance = url.replaceFirst("^https://([^.]+)\\..*", "$1");
        return new ChannelSettings(
                instance, "shopify", List.of(), ZoneOffset.UTC, Optional.empty());
    }

    private static Config config(ErpAccount account, Function function) {
        var erp = account.behaviour().system();
        var values = new HashMap<String, String>();
        for (var queue : Queue.values()) {
            values.put(queue.urlVariable(), SimulatedQueues.url(queue));
        }
        values.put("orderloom.function", function.name());
        values.put("orderloom.erp", erp);
        values.put("orderloom.slots." + erp, Integer.toString(account.slots()));
        values.put(
                "orderloom.channels",
                """
                {"%s": {"type": "shopify", "secrets": ["%s"], "shop": "%s",
                        "api": {"url": "https://%s.example", "token": "%s"}}}
                """
                        .formatted(
                                SimulatedShop.INSTANCE,
                                SimulatedShop.SECRET,
                                SimulatedShop.DOMAIN,
                                SimulatedShop.INSTANCE,
                                AdminWire.TOKEN));
        values.put(
                "orderloom.subscribers",
                """
                [%s]
                """
                        .formatted(
                                SUBSCRIBERS.stream()
                                        .map(Settings::subscriber)
                                        .collect(Collectors.joining(","))));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.copyOf(values), "simulation", 100))
                .addDiscoveredConverters()
                .build();
    }

    private static String subscriber(String name) {
        return """
        {"name": "%s", "url": "%s", "secrets": ["%s"]}
        """
                .formatted(name, SubscriberDoor.url(name), SubscriberDoor.SECRET);
    }
}
