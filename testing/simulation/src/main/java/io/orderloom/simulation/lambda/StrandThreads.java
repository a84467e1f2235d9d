package io.orderloom.simulation.lambda;

import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.StrandExecutor;
import io.orderloom.simulation.schedule.StrandLock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Runs the groups of a batch, and the calls of a message, in parallel, in an order that the seed
 * decides.
 */
public final class StrandThreads extends GroupThreads {
    private final Scheduler scheduler;
    private final Consumer<Runnable> start;

    /**
     * @param start starts a simulated thread of the process
     */
    public StrandThreads(Scheduler scheduler, Consumer<Runnable> start) {
        this.scheduler = scheduler;
        this.start = start;
    }

    @Override
    public <T> List<Future<T>> runAll(List<Callable<T>> tasks) throws InterruptedException {
        return new StrandExecutor(scheduler, start).invokeAll(tasks);
    }

    @Override
    public <T> List<Future<T>> runAll(List<Callable<T>> tasks, Duration within) {
        return new StrandExecutor(scheduler, start)
                .invokeAll(tasks, within.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Lock lock() {
        return new StrandLock(scheduler);
    }
}
