package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thing happen at a time. Time stands still during an action and then jumps to the next
 * action that is due. Actions that are due at the same moment run in the order in which they were
 * scheduled. So a run depends on nothing but its input.
 */
public final class Scheduler implements InstantSource {
    /** The time at which every run begins. */
    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long order;
    private @Nullable SimulatedThread running;
    private volatile @Nullable Thread owner;

    /**
     * @param at microseconds since the start
     * @param order the place among the actions of the same moment
     */
    private record Due(long at, long order, Runnable action) {}

    @Override
    public Instant instant() {
        return START.plus(now, ChronoUnit.MICROS);
    }

    public Duration sinceStart() {
        return Duration.of(now, ChronoUnit.MICROS);
    }

    /** Schedules an action that belongs to no thread. */
    public void after(Duration delay, Runnable action) {
        due.add(new Due(now + micros(delay), order++, action));
    }

    /**
     * Starts a simulated thread. Its body runs as soon as everything that is due before has
     * happened.
     */
    public SimulatedThread start(String name, Runnable body) {
        var strand = new SimulatedThread(this, name, body);
        wake(strand, Duration.ZERO);
        return strand;
    }

    /**
     * Runs until the condition holds or nothing is due any more.
     *
     * @return whether the condition holds
     */
    public boolean run(BooleanSupplier enough) {
        // Switching between virtual threads is many times faster than between platform threads.
        var result = new FutureTask<>(() -> loop(enough));
        var thread = Thread.ofVirtual().name("scheduler").unstarted(result);
        owner = thread;
        thread.start();
        try {
            return result.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while running a schedule", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the simulation itself failed", failed.getCause());
        }
    }

    private boolean loop(BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            var next = due.poll();
            if (next == null) {
                return false;
            }
            now = next.at();
            next.action().run();
        }
        return true;
    }

    /**
     * Lets the running thread wait.
     *
     * @throws StrandEnded if the thread was ended meanwhile
     */
    public void pause(Duration delay) {
        var strand = running();
        long until = now + micros(delay);
        var next = due.peek();
        if (next == null || next.at() > until) {
            now = until;
            strand.check();
            return;
        }
        wake(strand, delay);
        strand.release();
    }

    /**
     * Lets the running thread wait until the condition holds. The code that makes it hold calls
     * {@link #wake}.
     *
     * @throws StrandEnded if the thread was ended meanwhile
     */
    void await(BooleanSupplier holds) {
        var strand = running();
        while (!holds.getAsBoolean()) {
            strand.release();
        }
    }

    /** The running thread, the only one that runs. */
    SimulatedThread running() {
        return Objects.requireNonNull(
                running, "only a thread that Scheduler.start has started can wait");
    }

    Optional<SimulatedThread> ifRunning() {
        return Optional.ofNullable(running);
    }

    /** Resumes a waiting thread after the delay, unless something else wakes or ends it first. */
    void wake(SimulatedThread strand, Duration delay) {
        long ticket = strand.ticket();
        after(
                delay,
                () -> {
                    if (strand.ticket() == ticket) {
                        hand(strand);
                    }
                });
    }

    /** Gives the turn to a thread and waits until it comes back. */
    private void hand(SimulatedThread strand) {
        running = strand;
        strand.resume();
        running = null;
        strand.rethrow();
    }

    void awaitTurn(SimulatedThread strand) {
        while (strand.hasTurn()) {
            LockSupport.park(this);
        }
    }

    void giveBack() {
        LockSupport.unpark(owner);
    }

    private static long micros(Duration delay) {
        return Math.max(0, delay.toNanos() / 1_000);
    }
}
