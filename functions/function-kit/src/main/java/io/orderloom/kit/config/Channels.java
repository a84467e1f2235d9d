package io.orderloom.kit.config;

import io.orderloom.topology.Function;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The configured channel instances, from {@code ORDERLOOM_CHANNELS}: a JSON object by instance name
 * of {@code type}, {@code secrets}, {@code sellingZone} (UTC if absent), {@code api} with {@code
 * url} and {@code token}, {@code ledger} ({@code settlement} if absent), {@code testOrders} ({@code
 * hold} if absent, or {@code post}) and {@code shop}, what the platform calls the shop whose
 * webhooks alone are taken ({@code eu-shop.myshopify.com}).
 *
 * <p>What is secret may come apart, so that a function reads no more of it than it needs: {@code
 * ORDERLOOM_CHANNEL_SECRETS} (lists of signing secrets) and {@code ORDERLOOM_CHANNEL_APIS} (objects
 * of {@code url} and {@code token}) are JSON objects by instance name, too. All three may change
 * while the function runs.
 */
@ApplicationScoped
public class Channels {
    private static final Logger LOG = Logger.getLogger(Channels.class);

    private final Config config;
    private volatile Read read = new Read(ChannelSource.NONE, Map.of());

    Channels(Config config) {
        this.config = config;
        // At the start, so that settings that can't be read are heard of before the first event.
        var _ = instances();
    }

    public Optional<ChannelInstance> find(String name) {
        return Optional.ofNullable(instances().get(name));
    }

    /**
     * @throws IllegalStateException if no such instance is configured (any more)
     */
    public ChannelInstance get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "ORDERLOOM_CHANNELS names no instance '%s'".formatted(name)));
    }

    private Map<String, ChannelInstance> instances() {
        var source = ChannelSource.of(config);
        var last = read;
        if (!source.equals(last.source())) {
            last = new Read(source, signed(source.parse()));
            read = last;
        }
        return last.instances();
    }

    /** Only intake verifies signatures; the others are not even told the secrets. */
    private Map<String, ChannelInstance> signed(Map<String, ChannelInstance> instances) {
        var function = config.getOptionalValue("orderloom.function", String.class);
        if (function.filter(Function.INTAKE.name()::equals).isPresent()) {
            instances.forEach((name, instance) -> {
                if (instance.settings().secrets().isEmpty()) {
                    throw new IllegalStateException(
                            "ORDERLOOM_CHANNELS: '%s' has no signing secret".formatted(name));
                }
            });
            ChannelDoubts.of(instances.values()).forEach(LOG::warn);
        }
        return instances;
    }

    private record Read(ChannelSource source, Map<String, ChannelInstance> instances) {}
}
