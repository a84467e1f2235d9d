package io.orderloom.simulation.world;

import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.fault.ErpFault;
import java.time.Duration;
import java.util.List;

/**
 * The settings of one run. The seed decides them all, so that the seed alone repeats a run.
 *
 * @param crash where processes die often; elsewhere they die occasionally
 * @param fault the fault that is frequent at the ERP; all others are occasional
 * @param orders how many the shop takes
 * @param within the time in which it takes them
 * @param storm whether all faults are frequent
 */
public record SeededSchedule(
        long seed,
        ErpBehaviour behaviour,
        ErpFault fault,
        CrashPoint crash,
        int orders,
        Duration within,
        boolean storm) {

    private static final List<CrashPoint> CRASHES = CrashPoint.all();
    private static final List<ErpBehaviour> BEHAVIOURS = List.of(ErpBehaviour.values());
    private static final List<ErpFault> FAULTS = List.of(ErpFault.values());

    /** The number of seeds in a row that cover every behaviour, fault and crash point once. */
    public static final int CELLS = CRASHES.size() * BEHAVIOURS.size() * FAULTS.size();

    /** Prime to the number of cells, so that seeds in a row are about very different things. */
    private static final long STRIDE = 1_247;

    /** The number of orders in a storm. */
    public static final int STORM = 2_000;

    /** A small world for a seed from 0 on, a storm for one below 0. */
    public static SeededSchedule of(long seed) {
        return seed < 0 ? storm(seed, STORM) : small(seed);
    }

    private static SeededSchedule small(long seed) {
        int cell = (int) Math.floorMod(seed * STRIDE, (long) CELLS);
        int orders = 1 + (int) (((seed * 0x9E3779B97F4A7C15L) >>> 17) % 8);
        return new SeededSchedule(
                seed,
                BEHAVIOURS.get(cell % BEHAVIOURS.size()),
                FAULTS.get(cell / BEHAVIOURS.size() % FAULTS.size()),
                CRASHES.get(cell / (BEHAVIOURS.size() * FAULTS.size())),
                orders,
                Duration.ofSeconds(20),
                false);
    }

    /** Sixty orders at once, with all faults frequent. */
    public static SeededSchedule crowd(long seed) {
        return storm(seed, 60);
    }

    static SeededSchedule storm(long seed, int orders) {
        return new SeededSchedule(
                seed,
                BEHAVIOURS.get((int) Math.floorMod(seed, (long) BEHAVIOURS.size())),
                ErpFault.NONE,
                new CrashPoint.Nowhere(),
                orders,
                Duration.ofMillis(100L * orders),
                true);
    }

    @Override
    public String toString() {
        return storm
                ? "seed %d: %s, everything at once, %d orders"
                        .formatted(seed, behaviour.label(), orders)
                : "seed %d: %s, %s, %s, %d orders"
                        .formatted(seed, behaviour.label(), fault.label(), crash, orders);
    }
}
