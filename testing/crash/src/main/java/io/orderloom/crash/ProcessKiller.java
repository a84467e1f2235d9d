package io.orderloom.crash;

import io.orderloom.topology.Function;
import java.util.Optional;

/** Decides whether a function's process survives, each time it reaches a point. */
@FunctionalInterface
interface ProcessKiller {

    /**
     * Kills the process that reached the point, or lets it pass.
     *
     * @param boundary empty for a request at which no process dies
     * @return whether the process is dead
     */
    boolean kills(Function function, Optional<KillBoundary> boundary, Point.Side side);
}
