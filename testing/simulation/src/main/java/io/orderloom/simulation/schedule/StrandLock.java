package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A lock for simulated threads. They give up their turn while they wait, and get the lock in the
 * order in which they came.
 */
public final class StrandLock implements Lock {
    private final Scheduler scheduler;
    private final Queue<SimulatedThread> waiting = new ArrayDeque<>();
    private boolean held;
    private @Nullable SimulatedThread heir;

    public StrandLock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void lock() {
        if (held) {
            var strand = scheduler.running();
            waiting.add(strand);
            scheduler.await(() -> heir == strand);
            heir = null;
        }
        held = true;
    }

    /**
     * Passes the lock directly to the first waiting thread, so that no other can take it in between
     * and leave that thread asleep.
     */
    @Override
    public void unlock() {
        heir = waiting.poll();
        held = heir != null;
        if (heir != null) {
            scheduler.wake(heir, Duration.ZERO);
        }
    }

    @Override
    public boolean tryLock() {
        boolean free = !held;
        held = true;
        return free;
    }

    @Override
    public void lockInterruptibly() {
        lock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
        throw new UnsupportedOperationException(
                "a wait with a time limit is not simulated; call lock()");
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException(
                "conditions are not simulated; add them to StrandLock");
    }
}
