package io.orderloom.fanout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Time limits for calls to subscribers. */
@ConfigMapping(prefix = "orderloom")
interface FanoutSettings {
    /** How long to wait for all subscribers that are notified at once. */
    @WithDefault("5s")
    Duration tellAllWithin();

    /** How long to wait for one that is notified alone, and so holds up no other. */
    @WithDefault("10s")
    Duration tellOneWithin();

    /**
     * How long an event waits for a subscriber that does not take it; well below the queue's
     * retention, after which it would be lost.
     */
    @WithDefault("24h")
    Duration untoldAfter();
}
