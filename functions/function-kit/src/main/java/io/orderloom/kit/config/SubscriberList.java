package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderloom.kit.json.Json;
import io.orderloom.subscriber.Subscriber;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The configured subscribers, from {@code ORDERLOOM_SUBSCRIBERS}: a JSON array of {@code name},
 * {@code url} and {@code secrets}. It may change while the function runs.
 */
@ApplicationScoped
@RegisterForReflection(targets = Subscriber.class)
public class SubscriberList {
    private final Config config;
    private volatile Read read = new Read("[]", List.of());

    SubscriberList(Config config) {
        this.config = config;
        // At the start, so that settings that can't be read are heard of before the first event.
        var _ = all();
    }

    public List<Subscriber> all() {
        var json = config.getOptionalValue("orderloom.subscribers", String.class).orElse("[]");
        var last = read;
        if (!json.equals(last.json())) {
            last = new Read(json, Json.read(json, new TypeReference<List<Subscriber>>() {}));
            read = last;
        }
        return last.subscribers();
    }

    public Optional<Subscriber> named(String name) {
        return all().stream().filter(subscriber -> subscriber.name().equals(name)).findFirst();
    }

    private record Read(String json, List<Subscriber> subscribers) {}
}
