package io.orderloom.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Waits until no queue has a message any more, waiting or in flight. */
final class Quiescence {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Quiescence() {}

    /** Waits, and reports to the ledger if the time runs out. */
    static void await(EmbeddedStack stack, CrashAudit ledger) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Stream.of(Queue.values()).allMatch(queue -> isEmpty(stack, queue))) {
            if (System.nanoTime() > until) {
                ledger.unnamed("a queue still has messages after " + PATIENCE);
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean isEmpty(EmbeddedStack stack, Queue queue) {
        var depth = stack.queues().depth(queue);
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }
}
