package io.orderloom.simulation.mutant;

import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.SeededSchedule;
import io.orderloom.simulation.world.Tampering;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The product with one defect.
 *
 * @param name the defect, as a person would say it
 * @param foundAs the kind of finding that has to reveal it
 * @param needs the circumstance without which the defect has no effect; only worlds with it are
 *     tried
 * @param schedules the schedules to try, by seed
 * @param tampering made anew for each world
 */
public record Mutant(
        String name,
        Kind foundAs,
        Optional<Circumstance> needs,
        LongFunction<SeededSchedule> schedules,
        Supplier<Tampering> tampering) {

    static Mutant of(String name, Kind foundAs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.empty(), SeededSchedule::of, tampering);
    }

    static Mutant of(String name, Kind foundAs, Circumstance needs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.of(needs), SeededSchedule::of, tampering);
    }

    /** A mutant that shows only where many orders come at once. */
    static Mutant ofMany(String name, Kind foundAs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.empty(), SeededSchedule::crowd, tampering);
    }
}
