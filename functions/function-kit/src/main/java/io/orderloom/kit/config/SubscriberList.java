package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderloom.kit.json.Json;
import io.orderloom.subscriber.Subscriber;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configured subscribers, from {@code ORDERLOOM_SUBSCRIBERS}: a JSON array of {@code name},
 * {@code url} and {@code secrets}.
 */
@ApplicationScoped
@RegisterForReflection(targets = Subscriber.class)
public class SubscriberList {
    private final List<Subscriber> all;

    SubscriberList(@ConfigProperty(name = "orderloom.subscribers") Optional<String> json) {
        all =
                json.map(text -> Json.read(text, new TypeReference<List<Subscriber>>() {}))
                        .orElseGet(List::of);
    }

    public List<Subscriber> all() {
        return all;
    }

    public Optional<Subscriber> named(String name) {
        return all.stream().filter(subscriber -> subscriber.name().equals(name)).findFirst();
    }
}
