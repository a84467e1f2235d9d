package io.orderloom.crash;

import io.orderloom.topology.Function;
import java.util.Optional;

/** Is called whenever a function reaches a point, and decides whether it survives. */
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
