package io.orderloom.simulation.chaos;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.oracle.LeakWatch;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.LongErpOutage;
import io.orderloom.simulation.world.ScheduleRun;
import io.orderloom.simulation.world.SeededSchedule;
import io.orderloom.simulation.world.Tampering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Runs schedules for so many minutes and prints their results, or runs one schedule and prints its
 * course. The exit code is 0 only if everything held.
 *
 * <pre>
 *   run MINUTES FROM FILE   seeds from FROM on; every cell goes to FILE
 *   seed SEED               that one
 *   outage SEED PER_MINUTE SLOTS
 *                           four hours without an ERP that bears so many calls at once
 * </pre>
 */
public final class Chaos {
    private static final int WRONG_USAGE = 2;
    private static final Duration OUTAGE = Duration.ofHours(4);

    private Chaos() {}

    public static void main(String[] arguments) throws IOException {
        // The functions log the faults that are injected on purpose; those lines would hide the
        // results.
        LeakWatch.install();
        System.exit(ended(List.of(arguments)));
    }

    private static int ended(List<String> arguments) throws IOException {
        if (arguments.size() == 4 && arguments.getFirst().equals("run")) {
            return run(
                    Duration.ofMinutes(Long.parseLong(arguments.get(1))),
                    Long.parseLong(arguments.get(2)),
                    Path.of(arguments.get(3)));
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("seed")) {
            return one(Long.parseLong(arguments.getLast()));
        }
        if (arguments.size() == 4 && arguments.getFirst().equals("outage")) {
            return outage(
                    new LongErpOutage.Plan(
                            Long.parseLong(arguments.get(1)),
                            OUTAGE,
                            Integer.parseInt(arguments.get(2)),
                            Integer.parseInt(arguments.get(3))));
        }
        System.err.println(
                "chaos: run MINUTES FROM FILE, seed SEED, or outage SEED PER_MINUTE SLOTS");
        return WRONG_USAGE;
    }

    private static int run(Duration time, long from, Path cells) throws IOException {
        var tally = new ScheduleTally();
        long begun = System.nanoTime();
        new Campaign(from, time, enabled(), tally).run();
        var report = new ChaosReport(tally);
        Files.write(cells, report.csv());
        System.out.println(report.text());
        System.out.printf(
                "%,d schedules, %,d of them distinct, %,d of them storms; in %,d of %,d combinations;"
                        + " %,d steps, %,d a minute; each combination: %s%n",
                tally.all().schedules(),
                tally.distinct(),
                tally.storms().schedules(),
                tally.cells(),
                SeededSchedule.CELLS,
                tally.steps(),
                tally.steps() * Duration.ofMinutes(1).toNanos() / (System.nanoTime() - begun),
                cells);
        System.out.println(report.verdict());
        return tally.all().wrong() == 0 ? 0 : 1;
    }

    /** The circumstances that may be drawn for a world. */
    private static Set<Circumstance> enabled() {
        return Circumstance.named(System.getProperty("chaos.with", "usual"));
    }

    private static int outage(LongErpOutage.Plan plan) {
        long begun = System.nanoTime();
        var ended = LongErpOutage.run(plan);
        System.out.printf(
                """
                %s: %,d steps in %d s
                  waited for the ERP   %,10d orders, entered within %s of its being back
                                       %,10d refunds, given within %s, after %,d of the orders
                  calls at once        %,10d at most
                %soutage: lost=%d doubled=%d calls=%d of %d refunds_first=%s%n\
                """,
                ended.plan(),
                ended.steps(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                ended.waited(),
                ended.drained(),
                ended.refundsWaited(),
                ended.refunded(),
                ended.before(),
                ended.mostInFlight(),
                ChaosReport.findings(ended.findings().all()),
                ended.findings().count(Kind.LOST),
                ended.findings().count(Kind.DOUBLED),
                ended.mostInFlight(),
                plan.slots(),
                ended.refundsFirst() ? "yes" : "no");
        return ended.held() ? 0 : 1;
    }

    private static int one(long seed) {
        Trace trace = (who, what) -> System.out.printf("%-24s %s%n", who, what.get());
        var outcome = ScheduleRun.of(SeededSchedule.of(seed), enabled(), Tampering.NONE, trace);
        var tally = new ScheduleTally();
        tally.add(outcome);
        System.out.printf(
                "%s: %,d steps in %s of simulated time, fingerprint %016x%n%s%s%n",
                outcome.schedule(),
                outcome.steps(),
                outcome.lasted(),
                outcome.fingerprint(),
                ChaosReport.findings(outcome.findings().all()),
                new ChaosReport(tally).verdict());
        return tally.all().wrong() == 0 ? 0 : 1;
    }
}
