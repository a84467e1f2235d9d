package io.orderloom.governor;

import java.time.Instant;
import java.util.Map;

/** Whether an account is worth a call. */
public sealed interface Circuit {

    Circuit HEALTHY = new Closed(Map.of());

    /**
     * It is called.
     *
     * @param failing orders that failed since the last call that was answered, and when
     */
    record Closed(Map<String, Instant> failing) implements Circuit {
        public Closed {
            failing = Map.copyOf(failing);
        }
    }

    /** It asked for less: nobody calls until then. */
    record Throttled(Instant until) implements Circuit {}

    /**
     * It fails: nobody calls until then, and then one.
     *
     * @param since when it opened for the first time
     * @param times that it opened since then
     */
    record Open(Instant until, Instant since, int times) implements Circuit {}

    /**
     * One instance makes the one call that decides.
     *
     * @param until when it has failed to, and another one may
     */
    record HalfOpen(String holder, Instant until, Instant since, int times) implements Circuit {}
}
