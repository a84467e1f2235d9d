package io.orderloom.kit.config;

import io.orderloom.topology.Function;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The configured channel instances, from {@code ORDERLOOM_CHANNELS}: a JSON object by instance name
 * of {@code type}, {@code secrets}, {@code sellingZone} (UTC if absent), {@code api} with {@code
 * url} and {@code token}, {@code ledger} ({@code settlement} if absent), {@code testOrders} ({@code
 * not_booked} if absent) and {@code shop}, what the platform calls the shop whose webhooks alone
 * are taken ({@code eu-shop.myshopify.com}).
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
    private volatile Read read = new Read(ChannelSource.NONE, Map.of(), Map.of());

    Channels(Config config) {
        this.config = config;
        // At the start, so that settings that can't be read are heard of before the first event.
        var _ = now();
    }

    /**
     * @throws OutOfForce if its settings can't be used, and never could since the function started
     */
    public Optional<ChannelInstance> find(String name) {
        var now = now();
        var found = Optional.ofNullable(now.instances().get(name));
        if (found.isEmpty() && now.flaws().containsKey(name)) {
            throw new OutOfForce(now.flaws().getOrDefault(name, ""));
        }
        return found;
    }

    /**
     * @throws OutOfForce if its settings can't be used
     * @throws IllegalStateException if no such instance is configured (any more)
     */
    public ChannelInstance get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "ORDERLOOM_CHANNELS names no instance '%s'".formatted(name)));
    }

    private Read now() {
        var source = ChannelSource.of(config);
        var last = read;
        if (!source.equals(last.source())) {
            last = next(source, last);
            read = last;
        }
        return last;
    }

    private Read next(ChannelSource source, Read last) {
        try {
            return checked(source, source.parse(), last);
        } catch (IllegalStateException unreadable) {
            if (last.source().equals(ChannelSource.NONE)) {
                throw unreadable;
            }
            LOG.errorf("the channels read before stay in force: %s", unreadable.getMessage());
            return new Read(source, last.instances(), last.flaws());
        }
    }

    private Read checked(ChannelSource source, ChannelSource.Parsed parsed, Read last) {
        var instances = new HashMap<>(parsed.instances());
        var flaws = new HashMap<>(parsed.flaws());
        if (verifies()) {
            instances
                    .values()
                    .removeIf(instance -> {
                        boolean unsigned = instance.settings().secrets().isEmpty();
                        if (unsigned) {
                            var name = instance.settings().instance();
                            flaws.put(
                                    name,
                                    "ORDERLOOM_CHANNELS: '%s' has no signing secret"
                                            .formatted(name));
                        }
                        return unsigned;
                    });
        }
        flaws.forEach((name, flaw) -> {
            var good = Optional.ofNullable(last.instances().get(name));
            good.ifPresent(before -> instances.put(name, before));
            LOG.errorf(
                    "%s; %s",
                    flaw,
                    good.isPresent()
                            ? "its last good settings stay in force"
                            : "the instance is out of force");
        });
        if (verifies()) {
            ChannelDoubts.of(instances.values()).forEach(LOG::warn);
        }
        return new Read(source, Map.copyOf(instances), Map.copyOf(flaws));
    }

    /** Only intake verifies signatures; the others are not even told the secrets. */
    private boolean verifies() {
        return config.getOptionalValue("orderloom.function", String.class)
                .filter(Function.INTAKE.name()::equals)
                .isPresent();
    }

    private record Read(
            ChannelSource source,
            Map<String, ChannelInstance> instances,
            Map<String, String> flaws) {}
}
