package io.orderloom.normalize;

import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Counts deliveries about topics that no adapter reads, which means that a subscription is
 * superfluous. Each topic is logged once.
 */
@ApplicationScoped
class UnreadTopics {
    private static final Logger LOG = Logger.getLogger(UnreadTopics.class);

    /** The topic is not signed, so no sender may fill the log or the memory with invented names. */
    private static final int MOST = 100;

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_./-]{1,64}");

    private final Metrics metrics;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    UnreadTopics(Metrics metrics) {
        this.metrics = metrics;
    }

    void count(String channelInstance, String topic) {
        metrics.count(Metric.WEBHOOKS_UNREAD);
        var name = TOPIC.matcher(topic).matches() ? "'" + topic + "'" : "of no known form";
        if (said.size() < MOST && said.add(channelInstance + " " + name)) {
            LOG.warnf(
                    "%s: webhooks of topic %s are about nothing that is read here; end the"
                            + " subscription in the shop",
                    channelInstance, name);
        }
    }
}
