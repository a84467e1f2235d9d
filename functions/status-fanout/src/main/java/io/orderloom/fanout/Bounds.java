package io.orderloom.fanout;

import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Time limits for calls to subscribers; a deployment can change each. */
@ApplicationScoped
class Bounds {
    private final Duration offer;
    private final Duration call;
    private final Duration wait;

    Bounds(FanoutSettings settings) {
        var longestCall = Function.STATUS_FANOUT.timeout().minus(TimeLeft.RESERVE);
        var longestWait = Queue.STATUS.retention().minusDays(1);
        this.offer = bounded("orderloom.tell-all-within", settings.tellAllWithin(), longestCall);
        this.call = bounded("orderloom.tell-one-within", settings.tellOneWithin(), longestCall);
        this.wait = bounded("orderloom.untold-after", settings.untoldAfter(), longestWait);
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
