package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs each task as a simulated thread. A caller that waits for one gives up its turn. */
public final class StrandExecutor extends AbstractExecutorService {
    private final Scheduler scheduler;
    private final Consumer<Runnable> start;
    private final List<StrandTask<?>> tasks = new ArrayList<>();
    private boolean shutdown;

    /**
     * @param start starts a simulated thread of the process that owns the tasks
     */
    public StrandExecutor(Scheduler scheduler, Consumer<Runnable> start) {
        this.scheduler = scheduler;
        this.start = start;
    }

    @Override
    public void execute(Runnable command) {
        if (command instanceof StrandTask<?> task) {
            tasks.add(task);
        }
        start.accept(command);
    }

    /**
     * Runs the tasks. A task that is past the time limit goes on, as does a call whose answer is no
     * longer awaited.
     */
    @Override
    public <T> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit) {
        var until = scheduler.instant().plusNanos(unit.toNanos(timeout));
        var begun = callables.stream().map(one -> new StrandTask<T>(one)).toList();
        begun.forEach(this::execute);
        begun.forEach(task -> task.awaitDone(until));
        begun.forEach(task -> task.cancel(true));
        return List.copyOf(begun);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new StrandTask<>(callable);
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && tasks.stream().allMatch(StrandTask::isDone);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        tasks.forEach(StrandTask::awaitDone);
        return true;
    }

    private final class StrandTask<T> extends FutureTask<T> {
        private final List<SimulatedThread> waiting = new ArrayList<>();

        StrandTask(Callable<T> callable) {
            super(callable);
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            awaitDone();
            return super.get();
        }

        /** Does not interrupt: a running task ends only with its process. */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return super.cancel(false);
        }

        @Override
        protected void done() {
            waiting.forEach(strand -> scheduler.wake(strand, Duration.ZERO));
        }

        @Override
        protected void setException(@Nullable Throwable thrown) {
            super.setException(thrown);
            // The end of the thread or a bug found by the simulation: neither may be caught.
            if (thrown instanceof Error ended) {
                throw ended;
            }
        }

        private void awaitDone(Instant until) {
            if (!isDone()) {
                waiting.add(scheduler.running());
                scheduler.wake(scheduler.running(), Duration.between(scheduler.instant(), until));
                scheduler.await(() -> isDone() || !scheduler.instant().isBefore(until));
                waiting.remove(scheduler.running());
            }
        }

        private void awaitDone() {
            if (!isDone()) {
                waiting.add(scheduler.running());
                scheduler.await(this::isDone);
            }
        }
    }
}
