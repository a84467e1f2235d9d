package io.orderloom.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A subscriber as it is written in the configuration. */
record SubscriberEntry(JsonNode json) {
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String EVENTS = "events";
    private static final String TENANT = "tenant";
    private static final String TEST_ORDERS = "testOrders";

    /** Settings of every kind; all others are for the kind to define. */
    private static final Set<String> OF_ALL = Set.of(NAME, KIND, EVENTS, TENANT, TEST_ORDERS);

    String name() {
        return json.path(NAME).asText();
    }

    boolean asks() {
        return json.path(TEST_ORDERS).booleanValue();
    }

    /** Why the entry can't be read, whatever its kind. */
    Optional<String> flaw() {
        return notText(KIND)
                .or(() -> notText(TENANT))
                .or(() -> Flaws.ofSwitch(TEST_ORDERS, json))
                .or(() ->
                        version().isPresent()
                                ? Optional.empty()
                                : Optional.of("events is neither v1 nor v2"))
                .or(() ->
                        json.propertyStream()
                                .filter(one -> !OF_ALL.contains(one.getKey()))
                                .filter(one -> texts(one.getValue()).isEmpty())
                                .map(one ->
                                        "%s is no text and no list of texts"
                                                .formatted(one.getKey()))
                                .findFirst());
    }

    private Optional<String> notText(String field) {
        return json.path(field).isMissingNode() || json.path(field).isTextual()
                ? Optional.empty()
                : Optional.of("%s is no text".formatted(field));
    }

    /**
     * @throws IllegalStateException if the entry has a {@link #flaw}
     */
    Subscriber read() {
        var settings = new LinkedHashMap<String, List<String>>();
        json.propertyStream()
                .filter(one -> !OF_ALL.contains(one.getKey()))
                .forEach(one -> settings.put(one.getKey(), texts(one.getValue()).orElseThrow()));
        return new Subscriber(
                name(),
                json.path(KIND).asText(Subscriber.WEBHOOK),
                version().orElseThrow(),
                asks(),
                tenant(),
                Map.copyOf(settings));
    }

    /** The tenant whose orders alone it gets events of. */
    Optional<String> tenant() {
        return Optional.of(json.path(TENANT)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private Optional<EventVersion> version() {
        var events = json.path(EVENTS);
        return events.isMissingNode()
                ? Optional.of(EventVersion.V1)
                : Optional.of(events)
                        .filter(JsonNode::isTextual)
                        .flatMap(one -> EventVersion.of(one.asText()));
    }

    /** Numbers and switches count as their texts; null counts as absent. */
    private static Optional<List<String>> texts(JsonNode value) {
        if (value.isNull()) {
            return Optional.of(List.of());
        }
        if (value.isArray()) {
            return Optional.of(value.valueStream().map(JsonNode::asText).toList())
                    .filter(_ -> value.valueStream().allMatch(JsonNode::isTextual));
        }
        return value.isValueNode() ? Optional.of(List.of(value.asText())) : Optional.empty();
    }

    /** Leaves out the settings, as secrets are among them. */
    @Override
    public String toString() {
        return name();
    }
}
