package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A system to which lifecycle events are delivered.
 *
 * @param kind names the connector that delivers to it
 * @param events the version of the event types that it gets
 * @param testOrders whether it wants the events of test orders, too
 * @param tenant the only tenant about whose orders it is notified; absent for all tenants
 * @param settings the settings that its kind defines, by name; a single text is a list of one
 */
public record Subscriber(
        String name,
        String kind,
        EventVersion events,
        boolean testOrders,
        Optional<String> tenant,
        Map<String, List<String>> settings) {
    /** The kind of a subscriber that names none. */
    public static final String WEBHOOK = "webhook";

    public Subscriber {
        settings =
                settings.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** A subscriber that is notified about all tenants' orders. */
    public Subscriber(
            String name,
            String kind,
            EventVersion events,
            boolean testOrders,
            Map<String, List<String>> settings) {
        this(name, kind, events, testOrders, Optional.empty(), settings);
    }

    /** The setting, if it is one text. */
    public Optional<String> text(String setting) {
        return Optional.of(list(setting)).filter(texts -> texts.size() == 1).map(List::getFirst);
    }

    /** The texts of a setting; none if it is absent. */
    public List<String> list(String setting) {
        return settings.getOrDefault(setting, List.of());
    }

    /**
     * Tells whether the event is to be delivered to this subscriber at all.
     *
     * @param whose the tenancy of the order's channel
     */
    public boolean hears(LifecycleEvent event, Tenancy whose) {
        return (testOrders || event.mark().isEmpty())
                && (tenant.isEmpty() || tenant.equals(whose.tenant()));
    }

    /** Leaves out the settings, as secrets are among them. */
    @Override
    public String toString() {
        return "%s, a %s".formatted(name, kind);
    }
}
