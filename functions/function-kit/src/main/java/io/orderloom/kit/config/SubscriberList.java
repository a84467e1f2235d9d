package io.orderloom.kit.config;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.Tenancy;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The configured subscribers, from {@code ORDERLOOM_SUBSCRIBERS}: a JSON array of {@code name},
 * {@code kind} ({@code webhook} if absent), {@code events} ({@code v1} if absent), {@code
 * testOrders} and what the kind defines: for a webhook {@code url} and {@code secrets}. The
 * settings that are not secret may be kept apart in {@code ORDERLOOM_SUBSCRIBER_SETTINGS}; {@code
 * ORDERLOOM_SUBSCRIBERS} is then an object by name of signing secrets, or of secret settings. Both
 * may change while the function runs. A bad value of one subscriber affects no other.
 */
@ApplicationScoped
public class SubscriberList {
    private static final Logger LOG = Logger.getLogger(SubscriberList.class);

    private final LiveSettings settings;
    private final SubscriberKinds kinds;
    private final Metrics metrics;
    private volatile Read read = new Read(SubscriberSource.NONE, ParsedSubscribers.NONE);

    SubscriberList(Config config, SubscriberKinds kinds, Metrics metrics) {
        this.settings = new LiveSettings(config);
        this.kinds = kinds;
        this.metrics = metrics;
        // Read at the start, so that unusable settings are reported before the first event.
        var _ = now();
    }

    /** The subscribers that can be notified. */
    public List<Recipient> all() {
        return List.copyOf(now().sound().values());
    }

    /** The subscribers to notify of an event. */
    public List<Recipient> audience(LifecycleEvent event, Tenancy whose) {
        return now().sound().values().stream()
                .filter(one -> one.subscriber().hears(event, whose))
                .toList();
    }

    /**
     * The names of the subscribers whose settings can't be used. They are notified once these are
     * fixed.
     */
    public Set<String> outOfForce() {
        return Set.copyOf(counted(now()).waiting().keySet());
    }

    /**
     * The names of those that are to be notified of an event, as far as their settings can be read.
     */
    public Set<String> outOfForce(LifecycleEvent event, Tenancy whose) {
        var now = counted(now());
        return now.waiting().keySet().stream()
                .filter(name -> event.mark().isEmpty() || now.asking().contains(name))
                .filter(name ->
                        Optional.ofNullable(now.tenants().get(name))
                                .map(tenant -> whose.tenant().equals(Optional.of(tenant)))
                                .orElse(true))
                .collect(Collectors.toUnmodifiableSet());
    }

    private ParsedSubscribers counted(ParsedSubscribers now) {
        if (!now.flaws().isEmpty() || !now.nameless().isEmpty()) {
            metrics.add(Metric.SETTINGS_OUT_OF_FORCE, Secret.SUBSCRIBERS.label(), 1);
        }
        return now;
    }

    /**
     * @throws OutOfForce if its settings can't be used and never could be since the function
     *     started
     */
    public Optional<Recipient> named(String name) {
        var now = now();
        Optional.ofNullable(now.waiting().get(name))
                .ifPresent(flaw -> {
                    throw new OutOfForce(flaw);
                });
        return Optional.ofNullable(now.sound().get(name));
    }

    private ParsedSubscribers now() {
        var source = SubscriberSource.of(settings);
        var last = read;
        if (!source.equals(last.source())) {
            last = new Read(source, next(source, last));
            read = last;
        }
        return last.parsed();
    }

    private ParsedSubscribers next(SubscriberSource source, Read last) {
        try {
            var mended = ParsedSubscribers.of(source.whole(), kinds).mended(last.parsed());
            mended.nameless()
                    .forEach(flaw ->
                            LOG.errorf("%s; it gets no events until that is corrected", flaw));
            mended.flaws()
                    .forEach((name, flaw) -> LOG.errorf("%s; %s", flaw, outcome(name, mended)));
            return mended;
        } catch (IllegalStateException unreadable) {
            if (last.parsed().equals(ParsedSubscribers.NONE)) {
                throw unreadable;
            }
            LOG.errorf(
                    "%s; the subscribers read before still get their events",
                    unreadable.getMessage());
            return last.parsed();
        }
    }

    private static String outcome(String name, ParsedSubscribers mended) {
        return mended.sound().containsKey(name)
                ? "its last good settings stay in force"
                : "it is out of force, and its events wait until that is corrected";
    }

    private record Read(SubscriberSource source, ParsedSubscribers parsed) {}
}
