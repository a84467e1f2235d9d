package io.orderloom.kit.config;

import io.orderloom.subscriber.SubscriberConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of subscribers that the function was built with, each with its connector. */
@ApplicationScoped
public class SubscriberKinds {
    private final TreeMap<String, SubscriberConnector> connectors = new TreeMap<>();

    @Inject
    SubscriberKinds(@Any Instance<SubscriberConnector> all) {
        this(all.stream().toList());
    }

    SubscriberKinds(List<SubscriberConnector> all) {
        for (var connector : all) {
            var other = connectors.putIfAbsent(connector.kind(), connector);
            if (other != null) {
                throw new IllegalStateException(
                        "two connectors deliver to subscribers of kind '%s': %s and %s; build with one of them"
                                .formatted(
                                        connector.kind(),
                                        other.getClass().getName(),
                                        connector.getClass().getName()));
            }
        }
    }

    Optional<SubscriberConnector> find(String kind) {
        return Optional.ofNullable(connectors.get(kind));
    }

    /** The kinds in a sentence. */
    String listed() {
        return String.join(", ", connectors.keySet());
    }
}
