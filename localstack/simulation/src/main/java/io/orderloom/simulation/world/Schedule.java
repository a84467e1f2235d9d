package io.orderloom.simulation.world;

import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.erp.ErpFault;
import java.time.Duration;
import java.util.List;

/**
 * What is run: the seed says it all, so that it alone repeats a run.
 *
 * @param orders how many the shop takes
 * @param within how long it takes them
 */
public record Schedule(
        long seed,
        ErpBehaviour behaviour,
        ErpFault fault,
        CrashPoint crash,
        int orders,
        Duration within) {

    private static final List<CrashPoint> CRASHES = CrashPoint.all();
    private static final ErpBehaviour[] BEHAVIOURS = ErpBehaviour.values();
    private static final ErpFault[] FAULTS = ErpFault.values();

    /** How many seeds in a row come once by every behaviour, fault and crash. */
    public static final int CELLS = CRASHES.size() * BEHAVIOURS.length * FAULTS.length;

    /** A small world: few orders, each with many chances to meet the fault and the crash. */
    public static Schedule small(long seed) {
        int orders = 1 + (int) Long.remainderUnsigned((seed * 0x9E3779B97F4A7C15L) >>> 17, 8);
        return of(seed, orders, Duration.ofSeconds(20));
    }

    public static Schedule of(long seed, int orders, Duration within) {
        int cell = (int) Math.floorMod(seed, (long) CELLS);
        return new Schedule(
                seed,
                BEHAVIOURS[cell % BEHAVIOURS.length],
                FAULTS[cell / BEHAVIOURS.length % FAULTS.length],
                CRASHES.get(cell / (BEHAVIOURS.length * FAULTS.length)),
                orders,
                within);
    }

    @Override
    public String toString() {
        return "seed %d: %s, %s, %s, %d orders"
                .formatted(seed, behaviour.label(), fault.label(), crash, orders);
    }
}
