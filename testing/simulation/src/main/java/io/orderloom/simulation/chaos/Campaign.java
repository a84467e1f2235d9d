package io.orderloom.simulation.chaos;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.ScheduleRun;
import io.orderloom.simulation.world.SeededSchedule;
import io.orderloom.simulation.world.Tampering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs one seed after another on every processor until the time is up. A seed's schedule doesn't
 * depend on which other seeds run, or on how far they get.
 */
final class Campaign {
    /**
     * The number of small worlds between two storms: a few storms within minutes, even on a busy
     * machine.
     */
    private static final long BETWEEN_STORMS = 800;

    private static final long FIRST_STORM = 100;

    private final long from;
    private final long until;
    private final Set<Circumstance> enabled;
    private final ScheduleTally tally;
    private final AtomicLong next = new AtomicLong();

    Campaign(long from, Duration time, Set<Circumstance> enabled, ScheduleTally tally) {
        this.from = from;
        this.until = System.nanoTime() + time.toNanos();
        this.enabled = enabled;
        this.tally = tally;
    }

    void run() {
        int processors = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            var working = new ArrayList<Future<?>>();
            for (int i = 0; i < processors; i++) {
                working.add(threads.submit(this::work));
            }
            for (var one : working) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void work() {
        while (System.nanoTime() < until) {
            long seed = seed(next.getAndIncrement());
            try {
                tally.add(
                        ScheduleRun.of(
                                SeededSchedule.of(seed), enabled, Tampering.NONE, Trace.NONE));
            } catch (RuntimeException mistake) {
                throw new IllegalStateException(
                        "the simulation itself failed; repeat it with: make chaos SEED=" + seed,
                        mistake);
            }
        }
    }

    private long seed(long number) {
        long storms = number / BETWEEN_STORMS;
        return number % BETWEEN_STORMS == FIRST_STORM ? -1 - from - storms : from + number;
    }
}
