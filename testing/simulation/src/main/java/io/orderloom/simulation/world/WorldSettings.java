package io.orderloom.simulation.world;

import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.wire.AdminWire;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The functions' configuration here. Values that are not set are those of production. */
final class WorldSettings {
    static final List<String> SUBSCRIBERS = List.of("warehouse", "half-deaf");

    /** The subscribers that want test orders. */
    static final Set<String> ASKING = Set.of("warehouse");

    /** The subscriber that is added later. */
    static final String NEWCOMER = "newcomer";

    /** Cached, since worlds are created by the thousand. */
    private static final Map<Variant, Map<Function, Config>> CONFIGS = new ConcurrentHashMap<>();

    private WorldSettings() {}

    /**
     * The settings that may differ between worlds, and may change within a world.
     *
     * @param erp the name of the ERP
     * @param slots calls at once that its account bears
     * @param secrets active ones, of every shop
     * @param untoldAfter how long an event waits for a subscriber
     */
    record Variant(
            String erp,
            int slots,
            List<String> instances,
            List<String> secrets,
            List<String> subscribers,
            boolean testOrdersBooked,
            Duration untoldAfter) {

        static Variant usual(ErpAccount account) {
            return new Variant(
                    account.behaviour().system(),
                    account.slots(),
                    List.of(SimulatedShop.INSTANCE),
                    List.of(SimulatedShop.SECRET),
                    SUBSCRIBERS,
                    false,
                    Duration.ofDays(1));
        }

        Variant withInstance(String another) {
            return new Variant(
                    erp,
                    slots,
                    List.of(instances.getFirst(), another),
                    secrets,
                    subscribers,
                    testOrdersBooked,
                    untoldAfter);
        }

        Variant withSecrets(List<String> changed) {
            return new Variant(
                    erp, slots, instances, changed, subscribers, testOrdersBooked, untoldAfter);
        }

        Variant withSubscribers(List<String> changed) {
            return new Variant(
                    erp, slots, instances, secrets, changed, testOrdersBooked, untoldAfter);
        }

        Variant withTestOrdersBooked() {
            return new Variant(erp, slots, instances, secrets, subscribers, true, untoldAfter);
        }

        Variant withUntoldAfter(Duration changed) {
            return new Variant(
                    erp, slots, instances, secrets, subscribers, testOrdersBooked, changed);
        }

        private String channels() {
            return instances.stream()
                    .map(instance ->
                            """
                            "%s": {"type": "shopify", "secrets": [%s], "shop": "%s", "testOrders": "%s", "refunds": "automatic",
                                   "api": {"url": "https://%s.example", "token": "%s"}}\
                            """
                                    .formatted(
                                            instance,
                                            quoted(secrets),
                                            SimulatedShop.domain(instance),
                                            testOrdersBooked ? "booked" : "not_booked",
                                            instance,
                                            AdminWire.TOKEN))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        private static String quoted(List<String> texts) {
            return texts.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        }

        private String subscribersJson() {
            return subscribers.stream()
                    .map(WorldSettings::subscriber)
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** The configuration of a process of this function. */
    static Config of(Variant variant, Function function) {
        return Objects.requireNonNull(
                CONFIGS.computeIfAbsent(variant, WorldSettings::configs).get(function));
    }

    private static Map<Function, Config> configs(Variant variant) {
        var configs = new EnumMap<Function, Config>(Function.class);
        for (var function : Function.values()) {
            configs.put(function, config(variant, function));
        }
        return configs;
    }

    /** The settings of the shop whose API has this address. */
    static SourceInstance shopAt(String url) {
        var instance = url.replaceFirst("^https://([^.]+)\\..*", "$1");
        return SourceInstance.of(
                instance,
                "shopify",
                SystemRole.COMMERCE,
                List.of(),
                ZoneOffset.UTC,
                Optional.empty());
    }

    private static Config config(Variant variant, Function function) {
        var values = new HashMap<String, String>();
        for (var queue : Queue.values()) {
            values.put(queue.urlVariable(), SimulatedQueues.url(queue));
        }
        values.put("orderloom.function", function.name());
        values.put("orderloom.erp", variant.erp());
        values.put("orderloom.slots." + variant.erp(), Integer.toString(variant.slots()));
        values.put("orderloom.channels", variant.channels());
        values.put("orderloom.untold-after", variant.untoldAfter().toString());
        values.put("orderloom.subscribers", variant.subscribersJson());
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.copyOf(values), "simulation", 100))
                .addDiscoveredConverters()
                .build();
    }

    private static String subscriber(String name) {
        return """
        {"name": "%s", "url": "%s", "secrets": ["%s"], "testOrders": %s}
        """
                .formatted(
                        name,
                        SubscriberDoor.url(name),
                        SubscriberDoor.SECRET,
                        ASKING.contains(name));
    }
}
