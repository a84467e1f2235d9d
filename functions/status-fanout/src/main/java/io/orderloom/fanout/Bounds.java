package io.orderloom.fanout;

import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Time limits for calls to subscribers; a deployment can change each. */
@ApplicationScoped
class Bounds {
    private final Duration offer;
    private final Duration call;
    private final Duration wait;

    /**
     * @param offer how long to wait for all subscribers that are notified at once
     * @param call how long to wait for one that is notified alone, and so holds up no other
     * @param wait how long an event waits for a subscriber that does not take it; well below the
     *     queue's retention, after which it would be lost
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
