package io.orderloom.embedded.emulator;

import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.Optional;

/** The topology's limits, or shorter ones for a test that waits for them. */
public record RedeliveryLimits(Optional<Duration> visibility, Optional<Integer> maxReceiveCount) {

    public static final RedeliveryLimits OF_TOPOLOGY =
            new RedeliveryLimits(Optional.empty(), Optional.empty());

    public Duration visibility(Queue queue) {
        return visibility.orElse(queue.visibilityTimeout());
    }

    public int maxReceiveCount(Queue queue) {
        return maxReceiveCount.orElse(queue.maxReceiveCount());
    }
}
