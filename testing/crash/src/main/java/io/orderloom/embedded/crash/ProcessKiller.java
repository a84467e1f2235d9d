package io.orderloom.embedded.crash;

import io.orderloom.topology.Function;
import java.util.Optional;

/** Sees a function come by each point, and lets it pass or not. */
@FunctionalInterface
interface ProcessKiller {

    /**
     * Whether the process that came there is dead now.
     *
     * @param boundary empty where nobody dies
     */
    boolean kills(Function function, Optional<Boundary> boundary, Point.Side side);
}
