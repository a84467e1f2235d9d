package io.orderloom.simulation.effect;

import java.time.Duration;

/** Decides, each time a process reaches a boundary, how long that takes and whether it survives. */
public interface CrashPolicy {

    Verdict at(Boundary boundary, Side side);

    /**
     * @param stall how long the process takes to get there
     */
    record Verdict(Duration stall, boolean dies) {}
}
