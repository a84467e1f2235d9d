package io.orderloom.kit.config;

import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.Tenancy;
import io.orderloom.source.SystemRole;
import io.orderloom.topology.Function;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The configured channel instances, from {@code ORDERLOOM_CHANNELS}: a JSON object by instance name
 * of {@code type}, {@code secrets}, {@code sellingZone} (UTC if absent), {@code api} with {@code
 * url} and {@code token}, {@code ledger} ({@code settlement} if absent), {@code testOrders} ({@code
 * hold} if absent, or {@code post}), {@code postWhen} ({@code paid-or-authorized} if absent, or
 * {@code placed}), {@code refunds} ({@code as-the-channel-did} if absent, {@code automatic} or
 * {@code never}), {@code shop}, the system's own name of the only account whose webhooks are taken
 * ({@code eu-shop.myshopify.com}), and {@code erp}, the ERP instance that books its orders (the
 * default one if absent). An instance may also have a {@code role}, if it is not its connector's
 * usual one; a {@code tenant}, a {@code brand} and a {@code legalEntity}; and {@code settings},
 * texts by name that only its connector reads.
 *
 * <p>Secrets may be kept apart, so that a function reads no more of them than it needs: {@code
 * ORDERLOOM_CHANNEL_SECRETS} (lists of signing secrets) and {@code ORDERLOOM_CHANNEL_APIS} (objects
 * of {@code url} and {@code token}) are JSON objects by instance name, too. All three may change
 * while the function runs.
 */
@ApplicationScoped
public class Channels {
    private static final Logger LOG = Logger.getLogger(Channels.class);

    private final Config config;
    private final LiveSettings settings;
    private final Supplier<Map<String, SystemRole>> connectors;
    private final Metrics metrics;
    private final ErpNames erps;
    private volatile Read read = new Read(ChannelSource.NONE, Map.of(), Map.of());

    @Inject
    Channels(Config config, Adapters adapters, Metrics metrics) {
        this(config, adapters::connectors, metrics);
    }

    /**
     * @param connectors those that the function was built with, with the role of each
     */
    Channels(Config config, Supplier<Map<String, SystemRole>> connectors, Metrics metrics) {
        this.config = config;
        this.settings = new LiveSettings(config);
        this.connectors = connectors;
        this.metrics = metrics;
        this.erps = ErpNames.of(config);
        // Read at the start, so that unusable settings are reported before the first event.
        var _ = now();
    }

    /**
     * @throws OutOfForce if its settings can't be used and never could be since the function
     *     started
     */
    public Optional<ChannelInstance> find(String name) {
        var now = now();
        // Reported on each look-up, so that any event raises the alarm and it lasts as long as the
        // mistake.
        now.flaws()
                .keySet()
                .forEach(flawed -> metrics.add(Metric.SETTINGS_OUT_OF_FORCE, flawed, 1));
        var found = Optional.ofNullable(now.instances().get(name));
        if (found.isEmpty()) {
            Optional.ofNullable(now.flaws().get(name))
                    .ifPresent(flaw -> {
                        throw new OutOfForce(flaw);
                    });
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
                                "ORDERLOOM_CHANNELS names no instance '%s'; add it"
                                        .formatted(name)));
    }

    /**
     * The tenancy of a channel instance's orders. An instance that is not configured any more had
     * no tenant only if none has one.
     *
     * @throws OutOfForce if its settings can't be used
     * @throws IllegalStateException if it is not configured so that its tenant is not known
     */
    public Tenancy tenancy(String channelInstance) {
        var found = find(channelInstance).map(one -> one.settings().tenancy());
        if (found.isEmpty() && tenants()) {
            throw new IllegalStateException(
                    "ORDERLOOM_CHANNELS names no instance '%s', whose tenant has to be known; name it until its orders are done with"
                            .formatted(channelInstance));
        }
        return found.orElse(Tenancy.NONE);
    }

    private boolean tenants() {
        return now().instances().values().stream()
                .anyMatch(one -> one.settings().tenancy().tenant().isPresent());
    }

    private Read now() {
        var source = ChannelSource.of(settings);
        var last = read;
        if (!source.equals(last.source())) {
            last = next(source, last);
            read = last;
        }
        return last;
    }

    private Read next(ChannelSource source, Read last) {
        try {
            return checked(source, source.parse(connectors.get(), erps), last);
        } catch (IllegalStateException unreadable) {
            if (last.source().equals(ChannelSource.NONE)) {
                throw unreadable;
            }
            LOG.errorf("%s; the channels read before stay in force", unreadable.getMessage());
            return new Read(source, last.instances(), last.flaws());
        }
    }

    private Read checked(ChannelSource source, ParsedChannels parsed, Read last) {
        parsed.check(this::untaken);
        parsed.flaws()
                .forEach((name, flaw) -> {
                    var good = Optional.ofNullable(last.instances().get(name));
                    good.ifPresent(before -> parsed.mend(name, before));
                    LOG.errorf("%s; %s", flaw, outcome(good.isPresent()));
                });
        if (verifies()) {
            ChannelDoubts.of(parsed.instances()).forEach(LOG::warn);
        }
        return new Read(source, parsed.sound(), parsed.flaws());
    }

    private static String outcome(boolean mended) {
        return mended
                ? "its last good settings stay in force"
                : "the instance is out of force until that is corrected";
    }

    private Optional<String> untaken(ChannelInstance instance) {
        var settings = instance.settings();
        var known = connectors.get().keySet();
        if (readsPayloads() && !known.contains(settings.connector())) {
            return Optional.of(
                    "type names no connector that this function was built with; there are %s"
                            .formatted(String.join(", ", new TreeSet<>(known))));
        }
        return verifies() && settings.secrets().isEmpty()
                ? Optional.of("it has no signing secret")
                : Optional.empty();
    }

    /** The other functions are not built with the sources of all instances. */
    private boolean readsPayloads() {
        return config.getOptionalValue("orderloom.function", String.class)
                .map(Function::valueOf)
                .map(function -> function == Function.INTAKE || function == Function.NORMALIZE)
                .orElse(true);
    }

    /** Only intake verifies signatures; the other functions do not receive the secrets. */
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
