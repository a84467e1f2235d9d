package io.orderloom.simulation.mutant;

import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.Schedule;
import io.orderloom.simulation.world.Tampering;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * A product that is wrong in one way.
 *
 * @param name what it does, as a person would say it
 * @param foundAs the column in which a proof has to find it
 * @param needs the circumstance without which it is not wrong; its worlds are looked through only
 * @param schedules where it is looked for, by seed
 * @param tampering made anew for each world
 */
public record Mutant(
        String name,
        Kind foundAs,
        Optional<Circumstance> needs,
        LongFunction<Schedule> schedules,
        Supplier<Tampering> tampering) {

    static Mutant of(String name, Kind foundAs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.empty(), Schedule::of, tampering);
    }

    static Mutant of(String name, Kind foundAs, Circumstance needs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.of(needs), Schedule::of, tampering);
    }

    /** One that only shows where many orders come at once. */
    static Mutant ofMany(String name, Kind foundAs, Supplier<Tampering> tampering) {
        return new Mutant(name, foundAs, Optional.empty(), Schedule::crowd, tampering);
    }
}
