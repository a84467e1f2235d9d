package io.orderloom.governor;

import java.time.Instant;
import java.util.Map;

/** The state of an account's circuit, which decides whether the account is called. */
public sealed interface Circuit {

    Circuit HEALTHY = new Closed(Map.of());

    /**
     * The account is called.
     *
     * @param failing the orders that failed since the last call that was answered, and when
     */
    record Closed(Map<String, Instant> failing) implements Circuit {
        public Closed {
            failing = Map.copyOf(failing);
        }
    }

    /** The account wants fewer calls: nobody calls it until then. */
    record Throttled(Instant until) implements Circuit {}

    /**
     * The account fails: nobody calls it until then, and then one instance makes a probe.
     *
     * @param since when it opened for the first time
     * @param times how often it opened since then
     */
    record Open(Instant until, Instant since, int times) implements Circuit {}

    /**
     * One instance makes the probe, the one call that decides.
     *
     * @param until when the probe counts as failed, so that another instance may make one
     */
    record HalfOpen(String holder, Instant until, Instant since, int times) implements Circuit {}
}
