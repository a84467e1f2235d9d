package io.orderloom.kit.config;

import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** The URLs of the queues. */
@ApplicationScoped
public class Queues {
    private final Config config;
    private final Map<Queue, String> urls = new ConcurrentHashMap<>();

    Queues(Config config) {
        this.config = config;
    }

    /**
     * @throws java.util.NoSuchElementException if the deployment sets no URL for the queue
     */
    public String url(Queue queue) {
        // Cached, since it is needed for each message and searching all sources of settings is
        // slow.
        return urls.computeIfAbsent(
                queue, asked -> config.getValue(asked.urlVariable(), String.class));
    }
}
