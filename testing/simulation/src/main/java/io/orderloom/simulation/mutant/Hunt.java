package io.orderloom.simulation.mutant;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.oracle.Findings.Finding;
import io.orderloom.simulation.world.ScheduleOutcome;
import io.orderloom.simulation.world.ScheduleRun;
import io.orderloom.simulation.world.Tampering;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a mutant: it runs schedules with the mutant until one has a finding. That schedule then
 * has to succeed without the mutant.
 *
 * @param from the first seed; hunts that run in parallel begin far from each other, since log lines
 *     are told apart by seed
 * @param most the number of schedules after which the hunt gives up
 */
public record Hunt(long from, int most) {

    /** The result of a hunt. */
    public sealed interface Ended {

        /**
         * @param schedules the number that were run with the mutant
         */
        record Found(int schedules, long seed, Finding finding) implements Ended {}

        record Missed(int schedules) implements Ended {}

        /** The schedule fails without the mutant as well. */
        record FailsAnyway(long seed, List<Finding> findings) implements Ended {}
    }

    public Ended run(Mutant mutant) {
        int schedules = 0;
        for (long seed = from; schedules < most; seed++) {
            long next = seed;
            if (mutant.needs().filter(one -> !one.isDrawnFor(next)).isPresent()) {
                continue;
            }
            schedules++;
            var finding = findings(seed, mutant);
            if (finding.isPresent()) {
                var without = run(mutant, seed, Tampering.NONE).findings().all();
                return without.isEmpty()
                        ? new Ended.Found(schedules, seed, finding.get())
                        : new Ended.FailsAnyway(seed, without);
            }
        }
        return new Ended.Missed(schedules);
    }

    private static Optional<Finding> findings(long seed, Mutant mutant) {
        try {
            return run(mutant, seed, mutant.tampering().get()).findings().all().stream()
                    .filter(finding -> finding.kind() == mutant.foundAs())
                    .findFirst();
        } catch (IllegalStateException ended) {
            return refusedByAServer(ended, mutant);
        }
    }

    /**
     * A simulated server ends the run when it receives a request that only a broken sender makes.
     */
    private static Optional<Finding> refusedByAServer(IllegalStateException ended, Mutant mutant) {
        for (Throwable cause = ended; cause != null; cause = cause.getCause()) {
            if (cause instanceof AssertionError refused) {
                return Optional.of(
                        new Finding(
                                mutant.foundAs(),
                                "a request",
                                String.valueOf(refused.getMessage())));
            }
        }
        throw ended;
    }

    private static ScheduleOutcome run(Mutant mutant, long seed, Tampering tampering) {
        return ScheduleRun.of(mutant.schedules().apply(seed), tampering, Trace.NONE);
    }
}
