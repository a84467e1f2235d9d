package io.orderloom.fanout;

import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long is waited for subscribers; each is a deployment's to change. */
@ApplicationScoped
class Bounds {
    private final Duration offer;
    private final Duration call;
    private final Duration wait;

    /**
     * @param offer how long all are waited for when they are told at once
     * @param call how long one is waited for that is told alone, and so holds up nobody
     * @param wait how long an event waits for one that does not take it; well below the queue's
     *     retention, after which it would be gone
     */
    Bounds(
            @ConfigProperty(name = "orderloom.tell-all-within", defaultValue = "5s") Duration offer,
            @ConfigProperty(name = "orderloom.tell-one-within", defaultValue = "10s") Duration call,
            @ConfigProperty(name = "orderloom.untold-after", defaultValue = "24h") Duration wait) {
        var longestCall = Function.STATUS_FANOUT.timeout().minus(TimeLeft.RESERVE);
        var longestWait = Queue.STATUS.retention().minusDays(1);
        this.offer = bounded("orderloom.tell-all-within", offer, longestCall);
        this.call = bounded("orderloom.tell-one-within", call, longestCall);
        this.wait = bounded("orderloom.untold-after", wait, longestWait);
    }

    Duration offer() {
        return offer;
    }

    Duration call() {
        return call;
    }

    Duration waiting() {
        return wait;
    }

    private static Duration bounded(String setting, Duration value, Duration most) {
        if (!value.isPositive() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s is more than nothing and at most %d s, so that it ends before its function or queue ends it; it is %s"
                            .formatted(setting, most.toSeconds(), value));
        }
        return value;
    }
}
