package io.orderloom.simulation.mutant;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.oracle.Findings.Finding;
import io.orderloom.simulation.world.Outcome;
import io.orderloom.simulation.world.Run;
import io.orderloom.simulation.world.Tampering;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a mutant: runs schedules with it until one shows what is wrong, and that one without
 * it, which has to be whole.
 *
 * @param from the first seed; hunts beside each other begin far from each other, since what is
 *     logged is told apart by seed
 * @param most schedules before it is given up
 */
public record Hunt(long from, int most) {

    /** What came of it. */
    public sealed interface Ended {

        /**
         * @param schedules that were run with the mutant
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

    /** A simulated server ends the run over a request that no sender in its right mind makes. */
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

    private static Outcome run(Mutant mutant, long seed, Tampering tampering) {
        return Run.of(mutant.schedules().apply(seed), tampering, Trace.NONE);
    }
}
