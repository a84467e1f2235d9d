package io.orderloom.crash;

import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.embedded.poller.RetryDelay;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Shorter timeouts than in AWS, so that a message comes again soon after a kill. */
final class ShortTimeouts {
    /** The visibility timeout: messages that a killed stack was handling come again after it. */
    private static final Duration OUT_OF_SIGHT = Duration.ofSeconds(15);

    private static final Duration UNTIL_A_RETRY = Duration.ofSeconds(1);

    private ShortTimeouts() {}

    static StackOptions.Builder with(StackOptions.Builder options) {
        return options.concurrency(1)
                .queueLimits(new RedeliveryLimits(Optional.of(OUT_OF_SIGHT), Optional.empty()))
                .retryDelay(new RetryDelay.After(UNTIL_A_RETRY))
                .environment(Map.of("ORDERLOOM_LEASE", "3s", "ORDERLOOM_SLOTS_KEPT", "4s"));
    }
}
