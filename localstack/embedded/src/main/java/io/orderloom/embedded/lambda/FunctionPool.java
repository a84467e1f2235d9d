package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The processes of one function and the invocations that wait for one of them. */
final class FunctionPool {
    /** An invocation that waits longer starts another process, if one more is allowed. */
    private static final Duration BEFORE_ANOTHER_PROCESS = Duration.ofMillis(50);

    private static final Duration TO_END_BY_ITSELF = Duration.ofSeconds(2);

    private final Launcher launcher;
    private final AotCache aotCache;
    private final Duration timeout;
    private final int concurrency;
    private final ScheduledExecutorService timers;
    private final Consumer<String> report;
    private final Restarts restarts = new Restarts();
    private final PoolUsage usage = new PoolUsage();
    private final PoolTimings timings = new PoolTimings();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Invocation> pending = new ArrayDeque<>();
    private final Set<FunctionProcess> processes = new LinkedHashSet<>();
    private int idle;
    private boolean closed;

    FunctionPool(
            Launcher launcher,
            AotCache aotCache,
            Duration timeout,
            int concurrency,
            ScheduledExecutorService timers,
            Consumer<String> report) {
        this.launcher = launcher;
        this.aotCache = aotCache;
        this.timeout = timeout;
        this.concurrency = concurrency;
        this.timers = timers;
        this.report = report;
    }

    Duration timeout() {
        return timeout;
    }

    Future<?> after(Duration delay, Runnable action) {
        return timers.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for the outcome. If no process is free within {@code patience}, the invocation is
     * throttled.
     */
    InvocationOutcome invoke(byte[] payload, Duration patience) throws InterruptedException {
        var invocation = Invocation.of(payload);
        enqueue(invocation);
        var deadline = after(patience, () -> giveUp(invocation));
        try {
            return invocation.outcome().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invocation ends with an outcome", e);
        } finally {
            deadline.cancel(false);
            giveUp(invocation);
        }
    }

    /** Returns true as soon as a process has initialised; false when none did in time. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        return locked(() -> {
            var left = patience.toNanos();
            while (!ready() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ready();
        });
    }

    void start() {
        locked(() -> {
            startOne();
            return true;
        });
    }

    List<FunctionProcess> processes() {
        return locked(() -> List.copyOf(processes));
    }

    Usage usage() {
        return locked(() -> usage.with(processes));
    }

    Timings timings() {
        return locked(timings::all);
    }

    void initialised(Duration took) {
        locked(() -> {
            timings.initialised(took);
            return true;
        });
    }

    void answered(Duration took) {
        locked(() -> {
            timings.answered(took);
            return true;
        });
    }

    void close() {
        var running =
                locked(() -> {
                    closed = true;
                    pending.forEach(i -> i.end(new InvocationOutcome.Died("the stack stops")));
                    pending.clear();
                    changed.signalAll();
                    return List.copyOf(processes);
                });
        running.parallelStream().forEach(process -> process.stop(TO_END_BY_ITSELF));
    }

    /** The next invocation for a process; empty when the process or the pool has ended. */
    Optional<Invocation> take(FunctionProcess process) throws InterruptedException {
        return locked(() -> {
            restarts.succeeded();
            idle++;
            changed.signalAll();
            try {
                while (pending.isEmpty() && process.alive() && !closed) {
                    changed.await();
                }
            } finally {
                idle--;
            }
            if (!process.alive() || closed) {
                return Optional.empty();
            }
            usage.handedOver();
            return Optional.of(pending.removeFirst());
        });
    }

    void giveBack(Invocation invocation) {
        locked(() -> {
            pending.addFirst(invocation);
            changed.signalAll();
            return true;
        });
    }

    void gone(FunctionProcess process, InvocationOutcome how) {
        locked(() -> {
            processes.remove(process);
            usage.keep(process.meter());
            changed.signalAll();
            if (!closed) {
                replace(process, how);
            }
            return true;
        });
    }

    private void replace(FunctionProcess process, InvocationOutcome how) {
        if (process.initialised()) {
            report.accept(line("ended (%s), starting it again".formatted(how.summary())));
            startOne();
            return;
        }
        var why = (how.summary() + " " + process.initialisationError()).strip();
        failedStart("did not start: " + why);
    }

    private void failedStart(String what) {
        var delay = restarts.failed();
        report.accept(line("%s; again in %d ms".formatted(what, delay.toMillis())));
        if (!ready()) {
            pending.forEach(invocation -> invocation.end(new InvocationOutcome.Died(what)));
            pending.clear();
        }
        var _ = after(delay, this::start);
    }

    private void enqueue(Invocation invocation) {
        locked(() -> {
            if (closed) {
                invocation.end(new InvocationOutcome.Died("the stack stops"));
                return false;
            }
            pending.addLast(invocation);
            if (idle < pending.size() && processes.size() < concurrency) {
                var _ = after(BEFORE_ANOTHER_PROCESS, () -> another(invocation));
            }
            changed.signalAll();
            return true;
        });
    }

    private void another(Invocation waiting) {
        locked(() -> {
            if (pending.contains(waiting) && processes.size() < concurrency) {
                startOne();
            }
            return true;
        });
    }

    private void giveUp(Invocation invocation) {
        locked(() -> {
            if (pending.remove(invocation)) {
                invocation.end(new InvocationOutcome.Throttled());
            }
            return true;
        });
    }

    private void startOne() {
        if (closed) {
            return;
        }
        try {
            var process = new FunctionProcess(this, launcher, aotCache.use(launcher.unpacked()));
            processes.add(process);
            usage.started();
            process.watch();
        } catch (IOException e) {
            failedStart("can't be started: " + e.getMessage());
        }
    }

    private boolean ready() {
        return processes.stream().anyMatch(p -> p.initialised() && p.alive());
    }

    private String line(String what) {
        return "%s %s; log: %s".formatted(launcher.function().label(), what, launcher.log());
    }

    private <T, X extends Exception> T locked(Section<T, X> section) throws X {
        lock.lock();
        try {
            return section.run();
        } finally {
            lock.unlock();
        }
    }

    /** Code that runs under the pool's lock. */
    @FunctionalInterface
    private interface Section<T, X extends Exception> {
        T run() throws X;
    }
}
