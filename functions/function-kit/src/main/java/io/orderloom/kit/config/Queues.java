package io.orderloom.kit.config;

import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Where the queues are. */
@ApplicationScoped
public class Queues {
    private final Config config;

    Queues(Config config) {
        this.config = config;
    }

    /**
     * @throws java.util.NoSuchElementException if the deployment names no URL for it
     */
    public String url(Queue queue) {
        return config.getValue(queue.urlVariable(), String.class);
    }
}
