package io.orderloom.kit.config;

import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** Where the queues are. */
@ApplicationScoped
public class Queues {
    private final Config config;
    private final Map<Queue, String> urls = new ConcurrentHashMap<>();

    Queues(Config config) {
        this.config = config;
    }

    /**
     * @throws java.util.NoSuchElementException if the deployment names no URL for it
     */
    public String url(Queue queue) {
        // Asked for each message; looking through all sources of settings is not cheap.
        return urls.computeIfAbsent(
                queue, asked -> config.getValue(asked.urlVariable(), String.class));
    }
}
